package dev.interlock.risk.fault;

/** How often a test fails without a fault. Changed by {@link FaultModel} only. */
public final class TestNoise {
    private static final double OWN = 4;
    private static final double EVERY_TEST = .3;

    final String key;
    double runs;
    /** Failures that passed on retry or that later passes refuted. */
    double falseAlarms;

    TestNoise(String key) {
        this.key = key;
    }

    /** Chance that it fails for good though nothing is wrong. */
    double leak(Rates rates) {
        var retry = rates.of(Rate.RETRY);
        var leak = rates.of(Rate.LEAK);
        var own = (retry * OWN + falseAlarms) / (OWN + runs);
        var ratio = Math.min(1, leak / retry);
        return Math.clamp(EVERY_TEST * leak + (1 - EVERY_TEST) * ratio * own, 1e-4, .5);
    }
}
