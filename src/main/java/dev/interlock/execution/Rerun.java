package dev.interlock.execution;

/** Which tests of a run are run again. */
public enum Rerun {
    /** Tests that failed or broke. */
    FAILED,
    /** Every test. */
    ALL
}
