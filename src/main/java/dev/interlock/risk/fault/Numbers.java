package dev.interlock.risk.fault;

/** Odds and log-odds. */
final class Numbers {
    static final double LEAST = 1e-6;
    static final double MOST = .9995;

    private Numbers() {}

    static double logit(double probability) {
        var p = Math.clamp(probability, LEAST, MOST);
        return Math.log(p / (1 - p));
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** One or the other, when they are independent. */
    static double either(double a, double b) {
        return 1 - (1 - a) * (1 - b);
    }
}
