package dev.interlock.security.token;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The text of a token: {@code ilk_pat_}, a key id of 8 characters, 32 random bytes as 43 characters, and a checksum of 6
 * characters by which scanners and typing errors are found without the database.
 */
record TokenText(String keyId, String secret) {
    static final String PREFIX = "ilk_pat_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int KEY_ID = 8;
    private static final int SECRET = 43;
    private static final int CHECKSUM = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new token. */
    static TokenText create() {
        return new TokenText(random(KEY_ID, 5), random(SECRET, 32));
    }

    /** Reads a token; empty when its form or its checksum is wrong. */
    static Optional<TokenText> read(String text) {
        if (text.length() != PREFIX.length() + KEY_ID + SECRET + CHECKSUM || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var secretAt = PREFIX.length() + KEY_ID;
        var token =
                new TokenText(text.substring(PREFIX.length(), secretAt), text.substring(secretAt, secretAt + SECRET));
        return token.text().equals(text) ? Optional.of(token) : Optional.empty();
    }

    String text() {
        var body = PREFIX + keyId + secret;
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return body + base62(BigInteger.valueOf(crc.getValue()), CHECKSUM);
    }

    byte[] hash() {
        return hash(secret);
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return PREFIX + keyId + "…";
    }

    private static String random(int length, int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return base62(new BigInteger(1, random), length);
    }

    private static String base62(BigInteger number, int length) {
        var text = new StringBuilder();
        for (var rest = number; text.length() < length; rest = rest.divide(BASE)) {
            text.append(DIGITS.charAt(rest.mod(BASE).intValue()));
        }
        return text.reverse().toString();
    }
}
