package dev.interlock.plan;

import dev.interlock.plan.LeftOut.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells a packing as a selection: order, reasons, what is left out, the curve. */
final class PlanReport {
    private static final int MOST_POINTS = 200;
    private static final List<Duration> MORE = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10));

    private final PlanModel model;
    private final PlanInputs inputs;
    private final Packing packing;
    private final int[] free;
    private final double box;
    private final Cover cover;
    private final Workers workers;
    private final PlanWords words;

    PlanReport(PlanModel model, Packing packing, int[] free, double box, int[] reserved) {
        this.model = model;
        this.inputs = model.inputs();
        this.packing = packing;
        this.free = free;
        this.box = box;
        this.cover = new Cover(model);
        this.workers = new Workers(inputs.workers());
        this.words = new PlanWords(model, reserved);
    }

    Selection selection() {
        var tests = new ArrayList<SelectedTest>();
        var curve = new ArrayList<CurvePoint>();
        for (var test : packing.chosen()) {
            tests.add(selected(test, tests.size() + 1));
            cover.add(test);
            curve.add(new CurvePoint(duration(workers.add(model.test(test))), tenth(cover.planned())));
        }
        var covered = tenth(cover.planned());
        return new Selection(
                tests,
                out(),
                covered,
                model.totalScore() == 0 ? 0 : tenth(100 - covered),
                duration(workers.makespan()),
                duration(workers.p90()),
                thinned(curve),
                next().orElse(null),
                moreTime(),
                smallest().orElse(null),
                (int) tests.stream().filter(test -> !test.durationKnown()).count(),
                cover.objective(),
                inputs.fallback().notes());
    }

    private SelectedTest selected(int number, int rank) {
        var test = model.test(number);
        return new SelectedTest(
                test.key(),
                rank,
                words.reason(number, cover),
                test.risk(),
                test.probability(),
                test.impact(),
                test.expected(),
                test.p90(),
                isPinned(test),
                test.durationKnown(),
                test.paths().stream().map(Candidate.CoveredPath::path).toList());
    }

    /** Where nobody pinned anything the gate asks all tests; pins narrow that, and never to less than must run anyway. */
    private boolean isPinned(Candidate test) {
        return !inputs.pins().isEmpty() && inputs.isPinned(test);
    }

    private List<LeftOut> out() {
        return Arrays.stream(model.which(_ -> true))
                .filter(test -> !packing.has(test))
                .mapToObj(this::leftOut)
                .toList();
    }

    private LeftOut leftOut(int number) {
        var test = model.test(number);
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
                : new LeftOut(key, Why.NO_TIME, words.noTime(number, cover));
    }

    /** The test that brings most for the time it needs beyond the box. */
    private Optional<NextBest> next() {
        return Arrays.stream(free)
                .filter(test -> !packing.has(test))
                .boxed()
                .max(Comparator.comparingDouble((Integer test) -> cover.gain(test) / model.seconds(test))
                        .thenComparing(Comparator.reverseOrder()))
                .map(this::next);
    }

    private NextBest next(int test) {
        var key = model.test(test).key();
        var more = duration(Math.max(0, workers.endOf(model.seconds(test)) - box));
        var gain = tenth(cover.plannedGain(test));
        return new NextBest(key, more, gain, PlanWords.time(more) + " more adds " + key + " (+" + gain + " %)");
    }

    private List<MoreTime> moreTime() {
        if (Arrays.stream(free).allMatch(packing::has)) {
            return List.of();
        }
        return MORE.stream().map(this::more).toList();
    }

    private MoreTime more(Duration more) {
        var longer = packing.copy();
        longer.fill(free, box + more.toMillis() / 1000.0);
        var gain = longer.cover().planned() - packing.cover().planned();
        return new MoreTime(more, longer.count() - packing.count(), tenth(gain));
    }

    private Optional<Duration> smallest() {
        return Arrays.stream(free).mapToObj(test -> model.test(test).expected()).min(Comparator.naturalOrder());
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
