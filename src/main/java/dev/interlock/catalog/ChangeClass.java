package dev.interlock.catalog;

/** How much a new revision asks of those who call the interface, mildest first. */
public enum ChangeClass {
    /** Nothing that matters to callers differs. */
    NONE,
    /** Callers keep working. */
    NON_BREAKING,
    /** Some caller may break. */
    BREAKING,
    /** Could not be compared; never read this as no change. */
    UNKNOWN
}
