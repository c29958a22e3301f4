package dev.interlock.schedule;

/** What happens to fire times that passed while nothing ran. */
public enum Missed {
    /** None is made up for. */
    SKIP,
    /** The newest is made up for. */
    RUN_ONCE,
    /** The newest five are made up for. */
    RUN_ALL
}
