package dev.interlock.plan;

import dev.interlock.testcase.TestKey;

/** A test of the scope that is not to run, and why. */
public record LeftOut(TestKey key, Why why, String reason) {
    /** Kinds of reasons. */
    public enum Why {
        DROPPED,
        QUARANTINED,
        BLOCKED,
        TOO_LONG,
        NO_TIME
    }
}
