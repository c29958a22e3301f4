package dev.interlock.testcase;

/** What becomes of a test whose worker was lost in the middle of it. */
public enum CrashPolicy {
    /** It is started again: good for tests that only read, or that bring their own data. */
    RERUN,
    /** It ends as BROKEN, because carrying it out twice could do harm. */
    MARK_INTERRUPTED
}
