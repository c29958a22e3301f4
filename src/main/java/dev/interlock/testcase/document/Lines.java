package dev.interlock.testcase.document;

import java.util.regex.Pattern;

/** Finds the line a finding belongs to. */
final class Lines {
    private Lines() {}

    /** {@code line 7 (what)} for the first line that holds the pattern, else what alone. */
    static String place(String text, Pattern pattern, String what) {
        var number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.length() < 1_000 && pattern.matcher(line).find()) {
                return "line " + number + " (" + what + ")";
            }
        }
        return what;
    }
}
