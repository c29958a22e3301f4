package dev.interlock.catalog;

/** How services that are not there yet are integrated one after the other. */
public enum OrderStrategy {
    /** Entries first, what they call later; everything called that is not there yet is a stub. */
    TOP_DOWN,
    /** What calls nothing first; services that call each other in a circle come together. */
    BOTTOM_UP,
    /** From both ends at once, meeting in the middle. */
    SANDWICH,
    /** The order in which the fewest integrations ever run against a stub. */
    LEAST_STUBS
}
