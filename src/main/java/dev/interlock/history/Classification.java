package dev.interlock.history;

/** Where a problem comes from, as a person or a rule decided. */
public enum Classification {
    PRODUCT,
    TEST,
    ENVIRONMENT,
    DATA,
    THIRD_PARTY,
    UNKNOWN
}
