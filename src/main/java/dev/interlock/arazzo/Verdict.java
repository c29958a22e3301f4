package dev.interlock.arazzo;

/** How a step or a workflow ended. */
public enum Verdict {
    PASSED,
    /** A check did not hold. */
    FAILED,
    /** No verdict: no answer, a missing value, a limit. */
    BROKEN,
    SKIPPED,
    CANCELLED
}
