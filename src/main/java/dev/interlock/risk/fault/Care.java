package dev.interlock.risk.fault;

/**
 * How careful a service was so far.
 *
 * @param blamed faults put down to its deployments
 * @param expected faults that tests should have found, were it as careful as most
 */
public record Care(double blamed, double expected) {
    private static final double SHRUNK = .5;

    /** A service nothing is known of. */
    public static Care unknown() {
        return new Care(0, 0);
    }

    /** Log-odds it adds to the hazard of its deployments. */
    public double carelessness() {
        return Math.log((blamed + SHRUNK) / (expected + SHRUNK));
    }

    Care blamed(double share) {
        return new Care(blamed + share, expected);
    }

    Care expecting(double faults) {
        return new Care(blamed, expected + faults);
    }
}
