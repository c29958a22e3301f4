package dev.interlock.catalog;

/** Whether the caller waits for the callee. */
public enum Mode {
    SYNC,
    ASYNC
}
