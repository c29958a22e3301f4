package dev.interlock.arazzo.serial;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of RFC 3986. */
public final class Percent {
    private static final String UNRESERVED = "-._~";
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=";

    private Percent() {}

    /** Everything but letters, digits and {@code -._~} encoded. */
    public static String encode(String text) {
        return encode(text, "");
    }

    /** The same, but reserved characters that mean nothing in a query stay as they are. */
    public static String encodeButReserved(String text) {
        return encode(
                text,
                RESERVED.replace("#", "").replace("&", "").replace("[", "").replace("]", ""));
    }

    private static String encode(String text, String kept) {
        var result = new StringBuilder();
        for (var each : text.getBytes(StandardCharsets.UTF_8)) {
            var letter = (char) (each & 0xff);
            if (letter < 0x80 && (Character.isLetterOrDigit(letter) || (UNRESERVED + kept).indexOf(letter) >= 0)) {
                result.append(letter);
            } else {
                result.append('%').append("%02X".formatted((int) letter));
            }
        }
        return result.toString();
    }
}
