package dev.interlock.platform;

/** A share between 0 and 100 inclusive. */
public record Percent(double value) {
    /** Refuses what is not a share. */
    public Percent {
        if (!(value >= 0 && value <= 100)) {
            throw new IllegalArgumentException("not a share between 0 and 100: " + value);
        }
    }

    /** A part of a whole; nothing of nothing is 0. */
    public static Percent of(double part, double whole) {
        return new Percent(whole <= 0 ? 0 : Math.clamp(100 * part / whole, 0, 100));
    }
}
