package dev.interlock.plan;

import dev.interlock.catalog.PathKey;
import dev.interlock.plan.Candidate.CoveredPath;
import dev.interlock.plan.PlanInputs.PathWeight;
import java.util.HashMap;
import java.util.Map;

/**
 * What a set of tests is worth, test by test: sum over paths of impact x (1 - prod(1 - share x p)) plus half the sum of
 * impact x p; and beside it the planned share of the score.
 */
final class Cover {
    private static final double OWN_PART = .5;
    private static final PathWeight NOTHING = new PathWeight(0, 0);

    private final Map<PathKey, PathWeight> paths;
    private final double totalScore;
    private final Map<PathKey, Double> missed = new HashMap<>();
    private final Map<PathKey, Double> open = new HashMap<>();
    private double objective;
    private double planned;

    Cover(Map<PathKey, PathWeight> paths) {
        this.paths = paths;
        this.totalScore = paths.values().stream().mapToDouble(PathWeight::score).sum();
    }

    /** What the test would add to the objective. */
    double gain(Candidate test) {
        var gain = OWN_PART * test.risk();
        for (var covered : test.paths()) {
            gain += weight(covered).impact() * left(missed, covered) * covered.share() * test.probability();
        }
        return gain;
    }

    /** What the test would add to the planned share, in percentage points. */
    double plannedGain(Candidate test) {
        var gain = 0.0;
        for (var covered : test.paths()) {
            gain += weight(covered).score() * left(open, covered) * covered.share();
        }
        return totalScore == 0 ? 0 : 100 * gain / totalScore;
    }

    void add(Candidate test) {
        objective += gain(test);
        planned += plannedGain(test);
        for (var covered : test.paths()) {
            missed.put(covered.path(), left(missed, covered) * (1 - covered.share() * test.probability()));
            open.put(covered.path(), left(open, covered) * (1 - covered.share()));
        }
    }

    double objective() {
        return objective;
    }

    /** Planned share of the score, in percent. */
    double planned() {
        return Math.min(100, planned);
    }

    PathWeight weight(CoveredPath covered) {
        return paths.getOrDefault(covered.path(), NOTHING);
    }

    /** True as long as no chosen test exercises the path. */
    boolean isUntouched(PathKey path) {
        return !open.containsKey(path);
    }

    private static double left(Map<PathKey, Double> parts, CoveredPath covered) {
        return parts.getOrDefault(covered.path(), 1.0);
    }
}
