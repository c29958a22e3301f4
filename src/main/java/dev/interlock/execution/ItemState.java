package dev.interlock.execution;

/** Where an item stands. */
public enum ItemState {
    /** Waits for a worker. */
    WAITING,
    /** Is being carried out. */
    RUNNING,
    /** Waits for a person's verdict. */
    MANUAL,
    /** Has its outcome. */
    DONE
}
