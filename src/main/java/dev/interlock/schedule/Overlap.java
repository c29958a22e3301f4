package dev.interlock.schedule;

/** What happens when the last run of a schedule still goes on. */
public enum Overlap {
    /** The new run is left out. */
    SKIP,
    /** The new run starts as soon as the other is over. */
    QUEUE,
    /** The other run is cancelled. */
    REPLACE
}
