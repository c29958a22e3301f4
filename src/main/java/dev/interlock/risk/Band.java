package dev.interlock.risk;

/** Bands of the score. */
public enum Band {
    /** Below 2. */
    LOW,
    /** From 2 to below 8. */
    MEDIUM,
    /** From 8 to below 25. */
    HIGH,
    /** From 25. */
    CRITICAL;

    /** The band of a score 0..100. */
    public static Band of(double score) {
        if (score < 2) {
            return LOW;
        }
        if (score < 8) {
            return MEDIUM;
        }
        return score < 25 ? HIGH : CRITICAL;
    }
}
