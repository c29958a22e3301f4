package dev.interlock.history;

/** The verdict of one item of a run. */
public enum Outcome {
    /** Everything that was checked held. */
    PASSED,
    /** An assertion or a contract did not hold. */
    FAILED,
    /** No verdict: set-up, transport or engine gave way before one was reached. */
    BROKEN,
    /** Not sent, because a service it needs failed its unit tests or is unreachable. */
    BLOCKED,
    /** Left out on purpose. */
    SKIPPED,
    /** Stopped by a person or by the clock. */
    CANCELLED;

    /** True when the outcome says something about the product: passed or failed. */
    public boolean isVerdict() {
        return this == PASSED || this == FAILED;
    }

    /** True when the outcome needs an explanation: failed or broken. */
    public boolean isFault() {
        return this == FAILED || this == BROKEN;
    }
}
