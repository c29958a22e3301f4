package dev.interlock.catalog;

/** Where a path comes from. */
public enum Origin {
    MODELLED,
    PROPOSED,
    OBSERVED
}
