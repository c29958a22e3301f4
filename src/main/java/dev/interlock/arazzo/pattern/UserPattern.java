package dev.interlock.arazzo.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** A regular expression (RE2) given by a user. */
public final class UserPattern {
    private static final int MAX_LENGTH = 500;
    private static final long MAX_REPEATS = 1_000;
    private static final int MAX_SUBJECT = 1024 * 1024;

    private final Pattern pattern;

    private UserPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles an expression.
     *
     * @throws IllegalArgumentException with the reason, when it is not well formed or too costly
     */
    public static UserPattern compile(String text) {
        check(text);
        try {
            return new UserPattern(Pattern.compile(text));
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException(
                    "The pattern is not a regular expression of RE2: " + broken.getDescription() + " at \""
                            + broken.getPattern() + "\". Lookaround and back references are not supported.",
                    broken);
        }
    }

    /**
     * Compiles an I-Regexp (RFC 9485), in which the dot also leaves out carriage returns.
     *
     * @throws IllegalArgumentException with the reason
     */
    public static UserPattern iRegexp(String text) {
        check(text);
        return compile(withDots(text));
    }

    private static void check(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "The pattern has " + text.length() + " characters; the limit is " + MAX_LENGTH + ".");
        }
        if (RepeatCost.of(text) > MAX_REPEATS) {
            throw new IllegalArgumentException(
                    "The repeats of the pattern multiply to more than " + MAX_REPEATS + ". Use smaller counts.");
        }
    }

    private static String withDots(String text) {
        var result = new StringBuilder();
        var inClass = false;
        for (var index = 0; index < text.length(); index++) {
            var each = text.charAt(index);
            if (each == '\\' && index + 1 < text.length()) {
                result.append(each).append(text.charAt(++index));
                continue;
            }
            inClass = each == '[' || (inClass && each != ']');
            result.append(each == '.' && !inClass ? "[^\\n\\r]" : String.valueOf(each));
        }
        return result.toString();
    }

    /** Whether the expression occurs anywhere in the text; texts over 1 MiB are cut. */
    public boolean find(String text) {
        return pattern.matcher(bounded(text)).find();
    }

    /** Whether the expression covers the whole text. */
    public boolean matches(String text) {
        return text.length() <= MAX_SUBJECT && pattern.matcher(text).matches();
    }

    private static String bounded(String text) {
        return text.length() <= MAX_SUBJECT ? text : text.substring(0, MAX_SUBJECT);
    }
}
