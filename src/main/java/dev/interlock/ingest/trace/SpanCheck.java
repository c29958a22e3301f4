package dev.interlock.ingest.trace;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** What the ids of a span have to look like. */
final class SpanCheck {
    private static final int LONGEST = 64;

    private SpanCheck() {}

    /** What is wrong with the ids of a span of OTLP; empty when they are as they have to be. */
    static Optional<String> otlp(String traceId, String spanId) {
        if (!isHex(traceId, 32)) {
            return Optional.of("Its trace id is \"" + cut(traceId) + "\"; it has to be 16 bytes, not all zero.");
        }
        return isHex(spanId, 16)
                ? Optional.empty()
                : Optional.of("Its span id is \"" + cut(spanId) + "\"; it has to be 8 bytes, not all zero.");
    }

    /** What is wrong with the ids of a span of other kinds. */
    static Optional<String> other(String traceId, String spanId) {
        if (traceId.isBlank() || traceId.length() > LONGEST) {
            return Optional.of("Its trace id is missing or longer than " + LONGEST + " characters.");
        }
        return spanId.isBlank() || spanId.length() > LONGEST
                ? Optional.of("Its span id is missing or longer than " + LONGEST + " characters.")
                : Optional.empty();
    }

    static String hex(byte[] bytes, int from, int to) {
        return HexFormat.of().formatHex(bytes, from, to);
    }

    /** Ids in one spelling: small letters. */
    static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    private static boolean isHex(String id, int length) {
        return id.length() == length
                && id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))
                && id.chars().anyMatch(c -> c != '0');
    }

    private static String cut(String id) {
        return id.length() <= LONGEST ? id : id.substring(0, LONGEST) + "…";
    }
}
