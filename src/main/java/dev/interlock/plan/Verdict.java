package dev.interlock.plan;

/** What a gate says. */
public enum Verdict {
    PASS,
    FAIL,
    /** A condition could not be decided. */
    INCOMPLETE
}
