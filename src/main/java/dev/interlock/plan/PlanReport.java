package dev.interlock.plan;

import dev.interlock.plan.LeftOut.Why;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells a packing as a selection: order, reasons, what is left out, the curve. */
final class PlanReport {
    private static final int MOST_POINTS = 200;

    private final PlanInputs inputs;
    private final Packing packing;
    private final double box;
    private final Cover cover;
    private final Workers workers;
    private final PlanWords words;

    PlanReport(PlanInputs inputs, Packing packing, double box, Set<TestKey> reserved) {
        this.inputs = inputs;
        this.packing = packing;
        this.box = box;
        this.cover = new Cover(inputs.paths());
        this.workers = new Workers(inputs.workers());
        this.words = new PlanWords(inputs, reserved);
    }

    Selection selection() {
        var tests = new ArrayList<SelectedTest>();
        var curve = new ArrayList<CurvePoint>();
        for (var test : packing.chosen()) {
            tests.add(selected(test, tests.size() + 1));
            cover.add(test);
            curve.add(new CurvePoint(duration(workers.add(test)), tenth(cover.planned())));
        }
        var covered = tenth(cover.planned());
        var total = inputs.paths().values().stream()
                .mapToDouble(PlanInputs.PathWeight::score)
                .sum();
        return new Selection(
                tests,
                out(),
                covered,
                total == 0 ? 0 : tenth(100 - covered),
                duration(workers.makespan()),
                duration(workers.p90()),
                thinned(curve),
                next().orElse(null),
                smallest().orElse(null),
                (int) tests.stream().filter(test -> !test.durationKnown()).count(),
                cover.objective());
    }

    private SelectedTest selected(Candidate test, int rank) {
        return new SelectedTest(
                test.key(),
                rank,
                words.reason(test, cover),
                test.risk(),
                test.probability(),
                test.impact(),
                test.expected(),
                test.p90(),
                inputs.pins().contains(test.key()),
                test.durationKnown(),
                test.paths().stream().map(Candidate.CoveredPath::path).toList());
    }

    private List<LeftOut> out() {
        return inputs.tests().stream()
                .filter(test -> !packing.has(test))
                .sorted(Comparator.comparing(Candidate::key))
                .map(this::leftOut)
                .toList();
    }

    private LeftOut leftOut(Candidate test) {
        var key = test.key();
        if (inputs.drops().contains(key)) {
            return new LeftOut(key, Why.DROPPED, "dropped by hand");
        }
        var blocked = inputs.blocked().get(key);
        if (blocked != null) {
            return new LeftOut(key, Why.BLOCKED, blocked);
        }
        var quarantined = inputs.quarantined().get(key);
        if (quarantined != null) {
            return new LeftOut(key, Why.QUARANTINED, quarantined);
        }
        return test.seconds() > box
                ? new LeftOut(
                        key, Why.TOO_LONG, "takes " + PlanWords.time(test.expected()) + ", more than the time box")
                : new LeftOut(key, Why.NO_TIME, words.noTime(test, cover));
    }

    /** The test that brings most for the time it needs beyond the box. */
    private Optional<NextBest> next() {
        return inputs.tests().stream()
                .filter(test -> !packing.has(test) && isOnlyShortOfTime(test.key()))
                .max(Comparator.comparingDouble((Candidate test) -> cover.gain(test) / test.seconds())
                        .thenComparing(Candidate::key, Comparator.reverseOrder()))
                .map(this::next);
    }

    private NextBest next(Candidate test) {
        var more = duration(Math.max(0, workers.endOf(test.seconds()) - box));
        var gain = tenth(cover.plannedGain(test));
        return new NextBest(
                test.key(), more, gain, PlanWords.time(more) + " more adds " + test.key() + " (+" + gain + " %)");
    }

    private boolean isOnlyShortOfTime(TestKey key) {
        return !inputs.drops().contains(key)
                && !inputs.blocked().containsKey(key)
                && !inputs.quarantined().containsKey(key);
    }

    private Optional<Duration> smallest() {
        return inputs.tests().stream()
                .filter(test -> isOnlyShortOfTime(test.key()))
                .map(Candidate::expected)
                .min(Comparator.naturalOrder());
    }

    private static List<CurvePoint> thinned(List<CurvePoint> curve) {
        var points = curve.stream().sorted(Comparator.comparing(CurvePoint::at)).toList();
        var step = Math.max(1, (points.size() + MOST_POINTS - 1) / MOST_POINTS);
        var kept = new ArrayList<CurvePoint>();
        var highest = 0.0;
        for (var i = 0; i < points.size(); i++) {
            highest = Math.max(highest, points.get(i).covered());
            if ((i + 1) % step == 0 || i == points.size() - 1) {
                kept.add(new CurvePoint(points.get(i).at(), highest));
            }
        }
        return kept;
    }

    static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
