package dev.interlock.history;

/** What evidence says about a path now. */
public enum Verification {
    /** Every required test passed with the versions deployed now. */
    VERIFIED,
    /** Passed before, but a version on it is new since, or a required test is still to pass. */
    STALE,
    /** The last verdict of a required test is a failure. */
    FAILING,
    /** No test of it ever gave a verdict. */
    UNTESTED
}
