package dev.interlock.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How good likelihoods of paths were, over many moments. */
final class PathScores {
    private static final int BINS = 10;

    private final List<Double> found = new ArrayList<>();
    private final double[] predicted = new double[BINS];
    private final double[] faulty = new double[BINS];
    private final double[] count = new double[BINS];
    private double brier;

    void add(Map<String, Double> likelihood, Set<String> bad) {
        var order = likelihood.keySet().stream()
                .sorted(Comparator.comparingDouble((String path) -> -likelihood.getOrDefault(path, 0.0))
                        .thenComparing(path -> path.hashCode() * 31 % 1009))
                .toList();
        if (!bad.isEmpty()) {
            var top = order.subList(0, Math.max(1, order.size() / 5));
            found.add(top.stream().filter(bad::contains).count() / (double) bad.size());
        }
        likelihood.forEach((path, value) -> add(value, bad.contains(path) ? 1 : 0));
    }

    private void add(double value, int truth) {
        var bin = Math.min(BINS - 1, (int) (value * BINS));
        count[bin]++;
        predicted[bin] += value;
        faulty[bin] += truth;
        brier += (value - truth) * (value - truth);
    }

    /** Share of the faulty paths among the fifth with the highest likelihood, mean over moments. */
    double foundInTopFifth() {
        return found.stream().mapToDouble(share -> share).average().orElse(0);
    }

    /** One minus the Brier score over that of saying the mean share for every path. */
    double skill() {
        var base = sum(faulty) / sum(count);
        return 1 - brier / sum(count) / (base * (1 - base));
    }

    /** Mean distance of predicted and observed share over ten bins, weighted by size. */
    double calibrationError() {
        var error = 0.0;
        for (var bin = 0; bin < BINS; bin++) {
            error += Math.abs(predicted[bin] - faulty[bin]);
        }
        return error / sum(count);
    }

    double faultyShare() {
        return sum(faulty) / sum(count);
    }

    /** Predicted and observed share of a bin and its size. */
    double[] bin(int bin) {
        return new double[] {predicted[bin] / count[bin], faulty[bin] / count[bin], count[bin]};
    }

    private static double sum(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum;
    }
}
