package dev.interlock.execution.carry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A body as text, or the news that it is none. */
record BodyText(String text, boolean isBinary) {

    static BodyText of(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return new BodyText(text, text.chars().filter(c -> c == 0).limit(4).count() > 3);
        } catch (CharacterCodingException e) {
            var latin = new String(body, StandardCharsets.ISO_8859_1);
            return latin.chars().allMatch(c -> c >= 32 || c == '\n' || c == '\r' || c == '\t')
                    ? new BodyText(latin, false)
                    : new BodyText("", true);
        }
    }

    /** What is kept of a binary body. */
    static String note(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return body.length + " bytes that are no text, SHA-256 "
                    + HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
