package dev.interlock.plan;

import dev.interlock.catalog.PathKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Says in words why a test is in or out. */
final class PlanWords {
    private final PlanModel model;
    private final PlanInputs inputs;
    private final Set<Integer> reserved;

    PlanWords(PlanModel model, int[] reserved) {
        this.model = model;
        this.inputs = model.inputs();
        this.reserved = Arrays.stream(reserved).boxed().collect(Collectors.toSet());
    }

    /** @param before what the tests ahead of it cover */
    String reason(int number, Cover before) {
        var test = model.test(number);
        if (inputs.pins().contains(test.key())) {
            return "pinned: must run";
        }
        var fallback = inputs.fallback().mustRun().get(test.key());
        if (fallback != null) {
            return fallback;
        }
        var quarantined = inputs.quarantined().get(test.key());
        if (quarantined != null) {
            return "in quarantine, does not count for the gate: " + quarantined;
        }
        if (reserved.contains(number)) {
            return "kept from starving: " + lastRun(test);
        }
        return worth(number, before) + ", fails in " + percent(test.probability());
    }

    String noTime(int test, Cover cover) {
        return "no time left; would add " + PlanReport.tenth(cover.plannedGain(test)) + " % of the risk in "
                + time(model.test(test).expected());
    }

    static String time(Duration time) {
        if (time.toMillis() < 1_000) {
            return time.toMillis() + " ms";
        }
        return time.toSeconds() < 60
                ? time.toSeconds() + " s"
                : time.toMinutes() + " min" + (time.toSecondsPart() == 0 ? "" : " " + time.toSecondsPart() + " s");
    }

    private String worth(int test, Cover before) {
        var fresh = heaviest(test, path -> before.isUntouched(model.paths(test)[path]));
        if (fresh >= 0) {
            return "first to cover " + path(test, fresh) + " (score "
                    + PlanReport.tenth(model.score(model.paths(test)[fresh])) + ")";
        }
        var known = heaviest(test, _ -> true);
        return known < 0
                ? "covers no path"
                : "another look at " + path(test, known) + ", adds " + PlanReport.tenth(before.plannedGain(test))
                        + " %";
    }

    private PathKey path(int test, int place) {
        return model.test(test).paths().get(place).path();
    }

    /** Place among the test's paths of the one it shares the highest score of, -1 when there is none. */
    private int heaviest(int test, IntPredicate which) {
        var best = -1;
        for (var place = 0; place < model.paths(test).length; place++) {
            if (which.test(place) && (best < 0 || isHeavier(test, place, best))) {
                best = place;
            }
        }
        return best;
    }

    private boolean isHeavier(int test, int place, int other) {
        var more = Double.compare(weight(test, place), weight(test, other));
        return more > 0 || (more == 0 && path(test, place).compareTo(path(test, other)) < 0);
    }

    private double weight(int test, int place) {
        return model.score(model.paths(test)[place]) * model.shares(test)[place];
    }

    private String lastRun(Candidate test) {
        var at = test.lastRun();
        if (at == null) {
            return "never ran here";
        }
        var days = Duration.between(at, inputs.now()).toDays();
        return days == 1 ? "last run 1 day ago" : "last run " + days + " days ago";
    }

    private static String percent(double share) {
        var percent =
                share < .01 ? String.valueOf(Math.round(1000 * share) / 10.0) : Long.toString(Math.round(100 * share));
        return percent + " % of cases";
    }
}
