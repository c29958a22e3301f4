package dev.interlock.risk;

import dev.interlock.risk.ContextEstimator.Result;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Orders the tests of a run by what their records promise, and learns from the run: the estimator of the service without a
 * database. Not safe for several threads.
 */
public final class TestRanker {
    private static final double WITHOUT_DURATIONS = 1;

    private final ContextEstimator estimator = new ContextEstimator();
    private final Order order;

    /** A ranker that has seen nothing. */
    public TestRanker(Order order) {
        this.order = order;
    }

    /** What a test is ranked by. */
    public enum Order {
        /** Probability of failing. */
        PROBABILITY(0, false),
        /** Probability of failing over the root of the expected time. */
        COST(.5, false),
        /** Probability of failing x impact. */
        RISK(0, true),
        /** Probability of failing x impact, over the root of the expected time. */
        RISK_AND_COST(.5, true);

        private final double exponent;
        private final boolean weighsImpact;

        Order(double exponent, boolean weighsImpact) {
            this.exponent = exponent;
            this.weighsImpact = weighsImpact;
        }
    }

    /** @param impact 1..5 */
    public record Asked(String test, int impact) {}

    private record Bid(String test, double worth) {}

    /** The tests, most urgent first; equally urgent ones as they were given. */
    public List<String> order(List<Asked> tests) {
        var median = estimator.medianMs().orElse(WITHOUT_DURATIONS);
        return tests.stream()
                .map(asked -> bid(asked, median))
                .sorted(Comparator.comparingDouble(Bid::worth).reversed())
                .map(Bid::test)
                .toList();
    }

    /** Learns from a run: one result for each of its tests. */
    public void learn(Map<String, Result> results) {
        estimator.learn(results);
    }

    private Bid bid(Asked asked, double median) {
        var expected = ContextEstimator.expectedMs(estimator.track(asked.test()), median);
        var worth = estimator.probability(asked.test()) * (order.weighsImpact ? asked.impact() : 1);
        return new Bid(asked.test(), worth / Math.pow(expected, order.exponent));
    }
}
