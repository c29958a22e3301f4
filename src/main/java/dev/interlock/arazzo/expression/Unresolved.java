package dev.interlock.arazzo.expression;

/** A value that is needed cannot be had. */
public final class Unresolved extends Exception {
    public Unresolved(String message) {
        super(message);
    }

    /** What is missing and why. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
