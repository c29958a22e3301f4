package dev.interlock.risk;

import dev.interlock.risk.HopFacts.Teams;
import dev.interlock.risk.HopFacts.Tested;
import java.util.List;

/**
 * How a simulated project behaves; the scorer is told none of it.
 *
 * @param base log-odds that a deployment breaks a hop
 * @param careSpread standard deviation of the carelessness of services, log-odds
 * @param driftAt deployment at which carelessness is dealt anew, -1 for never
 * @param covered share of paths with tests
 * @param runShare share of tests in a run
 * @param weakest least chance that a test sees a fault of its path
 * @param strongest highest such chance
 * @param flaky share of tests that fail 15 % of the time
 * @param blamed share of seen faults whose hop is named
 * @param misblamed share of those that name a wrong hop
 * @param outages share of runs during an outage
 * @param wide share of a provider's faults that hit all its callers
 * @param reach share of paths a fault of their hop hits
 */
record PathRegime(
        String name,
        long seed,
        double base,
        double careSpread,
        int driftAt,
        double covered,
        double runShare,
        double weakest,
        double strongest,
        double flaky,
        double blamed,
        double misblamed,
        double outages,
        double wide,
        double reach) {
    static final int SERVICES = 50;
    static final int PATHS = 240;
    static final int DEPLOYMENTS = 400;
    static final int RUN_EVERY = 5;
    private static final double[] CHANGES = {0, .8, 2.2};

    static List<PathRegime> all() {
        var low = .6;
        var high = .95;
        return List.of(
                new PathRegime("steady", 1, -6.2, .9, -1, .8, .4, low, high, .05, .5, 0, 0, 0, .7),
                new PathRegime("drifting", 2, -6.2, 1.3, 200, .8, .4, low, high, .05, .5, 0, 0, 0, .7),
                new PathRegime("sparse", 3, -6.2, .9, -1, .45, .2, low, high, .12, .2, 0, 0, 0, .7),
                new PathRegime("messy", 4, -6.2, 1, -1, .8, .4, low, high, .05, .5, .1, .08, .3, .7),
                new PathRegime("weak tests", 5, -6.2, .9, -1, .7, .4, .3, .6, .05, .5, 0, 0, 0, .7),
                new PathRegime("flaky", 6, -6.2, .9, -1, .8, .4, low, high, .3, .5, 0, 0, 0, .7),
                new PathRegime("wrong blame", 7, -6.2, .9, -1, .8, .4, low, high, .05, .7, .35, 0, .1, .7),
                new PathRegime("outages", 8, -6.2, .9, -1, .8, .4, low, high, .05, .3, 0, .25, 0, .7),
                new PathRegime("rare faults", 9, -7.2, .9, -1, .8, .4, low, high, .05, .5, 0, 0, 0, .7),
                new PathRegime("narrow reach", 10, -5.8, .9, -1, .8, .4, low, high, .05, .5, 0, 0, 0, .35),
                new PathRegime("full reach", 11, -6.4, .9, -1, .8, .4, low, high, .05, .5, 0, 0, 0, 1),
                new PathRegime("all alike", 12, -5.9, .2, -1, .8, .4, low, high, .05, .5, 0, 0, 0, .7));
    }

    static PathRegime of(String name) {
        return all().stream()
                .filter(regime -> regime.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    double hazard(HopFacts facts, boolean provider, Change change, double carelessness) {
        var structure = (facts.thirdParty() ? .7 : 0)
                + (facts.asynchronous() ? .5 : 0)
                + (facts.interfaceOnFile() ? 0 : .5)
                + (facts.teams() == Teams.TWO ? .4 : 0)
                + (facts.sharedDatabase() ? .4 : 0)
                + (facts.tested() == Tested.PASSED ? 0 : .7);
        return Odds.probability(base + CHANGES[places(change)] * (provider ? 1 : .5) + carelessness + structure);
    }

    /** How far a change goes: 0, 1 or 2. */
    static int places(Change change) {
        return switch (change) {
            case BUILD -> 0;
            case NON_BREAKING -> 1;
            case BREAKING -> 2;
        };
    }
}
