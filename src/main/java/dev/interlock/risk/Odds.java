package dev.interlock.risk;

/** Odds and log-odds of probabilities. */
final class Odds {
    private static final double SMALLEST = 1e-6;
    private static final double[] BY_RATING = {.25, .5, 1, 2, 4};
    private static final double FADES_AFTER = 8;

    private Odds() {}

    /** Log-odds of a probability, which is kept away from 0 and 1. */
    static double logit(double probability) {
        var p = Math.clamp(probability, SMALLEST, 1 - SMALLEST);
        return Math.log(p / (1 - p));
    }

    /** The probability with these log-odds. */
    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** How far a person's rating 1..5 moves log-odds; it fades with the number of runs. */
    static double ofRating(int rating, double runs) {
        return Math.log(BY_RATING[rating - 1]) / (1 + runs / FADES_AFTER);
    }
}
