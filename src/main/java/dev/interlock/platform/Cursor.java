package dev.interlock.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque, signed places in a keyset-paged list. A cursor belongs to one project and one list; an altered one, or one of
 * another list, is refused. Signatures hold for the lifetime of the key they were made with.
 */
public final class Cursor {
    private static final int SIGNATURE_BYTES = 12;
    private static final char SEPARATOR = '\u001f';
    private static volatile byte[] key = randomKey();

    private Cursor() {}

    /** Uses the given key from now on, so that cursors of one node are understood by all. */
    public static void signWith(byte[] secret) {
        key = secret.clone();
    }

    /** The cursor for these values of the last row shown. */
    public static String of(ProjectId project, String list, List<String> values) {
        var text = String.join(String.valueOf(SEPARATOR), values);
        var body = text.getBytes(StandardCharsets.UTF_8);
        return encode(signature(project, list, body)) + "." + encode(body);
    }

    /** The values a cursor holds; refuses with {@link PlatformProblem#CURSOR_IS_INVALID}. */
    public static List<String> values(ProjectId project, String list, String cursor) {
        var dot = cursor.indexOf('.');
        if (dot < 0) {
            throw invalid();
        }
        var body = decode(cursor.substring(dot + 1));
        if (!MessageDigest.isEqual(decode(cursor.substring(0, dot)), signature(project, list, body))) {
            throw invalid();
        }
        return List.of(new String(body, StandardCharsets.UTF_8).split(String.valueOf(SEPARATOR), -1));
    }

    private static byte[] signature(ProjectId project, String list, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((project + "|" + list + "|").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(body), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static Problem invalid() {
        return PlatformProblem.CURSOR_IS_INVALID.because("The cursor does not belong to this list.");
    }

    private static byte[] randomKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
