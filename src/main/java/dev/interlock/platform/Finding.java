package dev.interlock.platform;

/**
 * One thing found in an input.
 *
 * @param where the place: a JSON pointer, a line, a field name
 * @param problem what is wrong there
 * @param hint how to mend it, empty when the problem says it
 */
public record Finding(String where, String problem, String hint, Severity severity) {

    /** How much a finding weighs; only errors refuse an input. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    /** A finding that refuses the input. */
    public static Finding error(String where, String problem, String hint) {
        return new Finding(where, problem, hint, Severity.ERROR);
    }

    /** A finding the reader should look at. */
    public static Finding warning(String where, String problem, String hint) {
        return new Finding(where, problem, hint, Severity.WARNING);
    }

    /** A finding for information. */
    public static Finding info(String where, String problem, String hint) {
        return new Finding(where, problem, hint, Severity.INFO);
    }

    /** Whether this finding refuses the input. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
