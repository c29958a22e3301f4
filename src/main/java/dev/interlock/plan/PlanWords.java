package dev.interlock.plan;

import dev.interlock.plan.Candidate.CoveredPath;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/** Says in words why a test is in or out. */
final class PlanWords {
    private final PlanInputs inputs;
    private final Set<TestKey> reserved;

    PlanWords(PlanInputs inputs, Set<TestKey> reserved) {
        this.inputs = inputs;
        this.reserved = reserved;
    }

    /** @param before what the tests ahead of it cover */
    String reason(Candidate test, Cover before) {
        if (inputs.pins().contains(test.key())) {
            return "pinned: must run";
        }
        var quarantined = inputs.quarantined().get(test.key());
        if (quarantined != null) {
            return "in quarantine, does not count for the gate: " + quarantined;
        }
        if (reserved.contains(test.key())) {
            return "kept from starving: " + lastRun(test);
        }
        return worth(test, before) + ", fails in " + percent(test.probability());
    }

    String noTime(Candidate test, Cover cover) {
        return "no time left; would add " + PlanReport.tenth(cover.plannedGain(test)) + " % of the risk in "
                + time(test.expected());
    }

    static String time(Duration time) {
        if (time.toMillis() < 1_000) {
            return time.toMillis() + " ms";
        }
        return time.toSeconds() < 60
                ? time.toSeconds() + " s"
                : time.toMinutes() + " min" + (time.toSecondsPart() == 0 ? "" : " " + time.toSecondsPart() + " s");
    }

    private static String worth(Candidate test, Cover before) {
        var fresh = test.paths().stream()
                .filter(covered -> before.isUntouched(covered.path()))
                .max(byScore(before));
        if (fresh.isPresent()) {
            return "first to cover " + fresh.get().path() + " (score "
                    + before.weight(fresh.get()).score() + ")";
        }
        var known = test.paths().stream().max(byScore(before));
        return known.isPresent()
                ? "another look at " + known.get().path() + ", adds " + PlanReport.tenth(before.plannedGain(test))
                        + " %"
                : "covers no path";
    }

    private static Comparator<CoveredPath> byScore(Cover cover) {
        return Comparator.comparingDouble(
                        (CoveredPath covered) -> cover.weight(covered).score() * covered.share())
                .thenComparing(CoveredPath::path, Comparator.reverseOrder());
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
        return String.format(Locale.ROOT, share < .01 ? "%.1f %%" : "%.0f %%", 100 * share) + " of cases";
    }
}
