package dev.interlock.ingest.dialect;

import java.util.regex.Pattern;

/** Brings texts of reports into a shape a database and a page can hold. */
final class Texts {
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_MESSAGE = 2_000;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private Texts() {}

    /** One line without control characters, at most 1,000 characters. */
    static String name(String text) {
        var kept = text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
        return storable(kept);
    }

    /** Without control characters, and with the replacement character for half a surrogate pair. */
    private static String storable(String text) {
        var clean = CONTROL.matcher(text).replaceAll(" ");
        for (var at = 0; at < clean.length(); at++) {
            if (Character.isSurrogate(clean.charAt(at))) {
                return HALF.matcher(clean).replaceAll("\uFFFD").strip();
            }
        }
        return clean.strip();
    }

    /** A name of at most 200 characters. */
    static String label(String text) {
        var clean = name(text);
        return clean.length() <= LONGEST_LABEL ? clean : clean.substring(0, LONGEST_LABEL) + "…";
    }

    /** The first line that says something, at most 2,000 characters. */
    static String sentence(CharSequence text) {
        var line = text.toString()
                .lines()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        return storable(line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE));
    }

    /** Whether a type or a message is that of an assertion that did not hold. */
    static boolean isAssertion(String name) {
        return name.contains("AssertionError")
                || name.contains("AssertionFailedError")
                || name.contains("AssertionException")
                || name.contains("ComparisonFailure")
                || name.contains("MultipleFailuresError")
                || name.contains("ExpectationFailed");
    }
}
