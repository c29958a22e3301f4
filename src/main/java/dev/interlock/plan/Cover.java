package dev.interlock.plan;

import java.util.Arrays;

/**
 * What a set of tests is worth, test by test: sum over paths of impact x (1 - prod(1 - share x p)) plus half the sum of
 * impact x p; and beside it the planned share of the score.
 */
final class Cover {
    private static final double OWN_PART = .5;

    private final PlanModel model;
    private final double[] missed;
    private final double[] open;
    private double objective;
    private double planned;

    Cover(PlanModel model) {
        this.model = model;
        this.missed = new double[model.pathCount()];
        this.open = new double[model.pathCount()];
        Arrays.fill(missed, 1);
        Arrays.fill(open, 1);
    }

    private Cover(Cover other) {
        this.model = other.model;
        this.missed = other.missed.clone();
        this.open = other.open.clone();
        this.objective = other.objective;
        this.planned = other.planned;
    }

    Cover copy() {
        return new Cover(this);
    }

    /** What the test would add to the objective. */
    double gain(int test) {
        var candidate = model.test(test);
        var paths = model.paths(test);
        var shares = model.shares(test);
        var found = 0.0;
        for (var i = 0; i < paths.length; i++) {
            found += model.impact(paths[i]) * missed[paths[i]] * shares[i];
        }
        return OWN_PART * candidate.risk() + candidate.probability() * found;
    }

    /** What the test would add to the planned share, in percentage points. */
    double plannedGain(int test) {
        var paths = model.paths(test);
        var shares = model.shares(test);
        var gain = 0.0;
        for (var i = 0; i < paths.length; i++) {
            gain += model.score(paths[i]) * open[paths[i]] * shares[i];
        }
        return model.totalScore() == 0 ? 0 : 100 * gain / model.totalScore();
    }

    void add(int test) {
        objective += gain(test);
        planned += plannedGain(test);
        var probability = model.test(test).probability();
        var paths = model.paths(test);
        var shares = model.shares(test);
        for (var i = 0; i < paths.length; i++) {
            missed[paths[i]] *= 1 - shares[i] * probability;
            open[paths[i]] *= 1 - shares[i];
        }
    }

    double objective() {
        return objective;
    }

    /** Planned share of the score, in percent. */
    double planned() {
        return Math.min(100, planned);
    }

    /** True as long as no chosen test exercises the path. */
    boolean isUntouched(int path) {
        return open[path] == 1;
    }
}
