package dev.interlock.catalog;

/** How far an integration or path can be tested. */
public enum ReadinessState {
    READY,
    /** Some stretch of the path is ready. */
    PARTLY,
    NOT_READY,
    /** Nothing was reported about an end. */
    UNKNOWN
}
