package dev.interlock.risk;

/**
 * How careful a service was so far.
 *
 * @param blamed faults blamed on it, half of each for either end
 * @param expected faults that were to be expected from its deployments
 */
public record Care(double blamed, double expected) {
    /** A service nothing is known of. */
    public static Care unknown() {
        return new Care(0, 0);
    }

    /** Log-odds it adds to the hazard of its deployments. */
    double carelessness() {
        return Math.log((blamed + 1) / (expected + 1));
    }

    Care blamed(double share) {
        return new Care(blamed + share, expected);
    }

    Care expecting(double faults) {
        return new Care(blamed, expected + faults);
    }
}
