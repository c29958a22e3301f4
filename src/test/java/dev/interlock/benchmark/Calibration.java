package dev.interlock.benchmark;

import dev.interlock.risk.ContextEstimator;
import dev.interlock.risk.ContextEstimator.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * How well probabilities that were said beforehand fit what happened.
 *
 * @param brier mean squared difference between probability and verdict
 * @param brierOfMean the same when the mean is always said
 */
record Calibration(double brier, double brierOfMean, List<Band> bands) {
    private static final List<Double> EDGES = List.of(0.0, .005, .01, .02, .05, .1, .2, .4, .6, .8, 1.01);

    /**
     * Tests whose probability lay in one range.
     *
     * @param said mean probability
     * @param failed share that failed
     */
    record Band(double said, double failed, int count) {}

    private record Said(double probability, double verdict) {}

    static Calibration of(List<String> histories) {
        var said = new ArrayList<Said>();
        histories.forEach(history -> replay(RecordedTests.read(history), said));
        var mean = said.stream().mapToDouble(Said::verdict).average().orElse(0);
        return new Calibration(
                said.stream()
                        .mapToDouble(one -> square(one.probability() - one.verdict()))
                        .average()
                        .orElse(0),
                said.stream()
                        .mapToDouble(one -> square(mean - one.verdict()))
                        .average()
                        .orElse(0),
                bands(said));
    }

    /** Mean difference between probability and share over the bands, by their counts. */
    double error() {
        var all = bands.stream().mapToDouble(Band::count).sum();
        return bands.stream()
                .mapToDouble(band -> Math.abs(band.said() - band.failed()) * band.count() / all)
                .sum();
    }

    private static void replay(RecordedTests history, List<Said> said) {
        var estimator = new ContextEstimator();
        for (var cycle : history.cycles()) {
            var results = new LinkedHashMap<String, Result>();
            for (var one : cycle) {
                var verdict = one.failed() ? 1 : 0;
                said.add(new Said(estimator.probability(one.test()), verdict));
                results.put(one.test(), new Result(verdict, 0));
            }
            estimator.learn(results);
        }
    }

    private static List<Band> bands(List<Said> said) {
        var bands = new ArrayList<Band>();
        for (var i = 0; i + 1 < EDGES.size(); i++) {
            var low = EDGES.get(i);
            var high = EDGES.get(i + 1);
            var some = said.stream()
                    .filter(one -> one.probability() >= low && one.probability() < high)
                    .toList();
            if (!some.isEmpty()) {
                bands.add(new Band(
                        some.stream().mapToDouble(Said::probability).average().orElse(0),
                        some.stream().mapToDouble(Said::verdict).average().orElse(0),
                        some.size()));
            }
        }
        return bands;
    }

    private static double square(double value) {
        return value * value;
    }
}
