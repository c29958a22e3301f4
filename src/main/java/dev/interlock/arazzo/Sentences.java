package dev.interlock.arazzo;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What happened, in sentences for people. */
final class Sentences {
    private static final String MISSING = "missing: ";

    private Sentences() {}

    static String time(Duration time) {
        var millis = time.toMillis();
        return millis < 1_000 || millis % 1_000 != 0 ? "%,d ms".formatted(millis) : "%,d s".formatted(millis / 1_000);
    }

    /** What did not hold: the first in full, the others counted. */
    static String of(List<CriterionResult> criteria) {
        var failed = criteria.stream().filter(each -> !each.holds()).toList();
        if (failed.isEmpty()) {
            return "";
        }
        var more = failed.size() - 1;
        var others =
                more == 0 ? "" : more == 1 ? "; 1 more check does not hold" : "; " + more + " more checks do not hold";
        return of(failed.getFirst()) + others;
    }

    static String of(CriterionResult result) {
        if (!result.error().isEmpty()) {
            return "the criterion " + result.condition() + " cannot be evaluated: " + result.error();
        }
        var label = result.label().map(each -> each + ": ").orElse("");
        var actual = result.actual().startsWith(MISSING)
                ? result.actual().substring(MISSING.length())
                : "it was " + result.actual();
        return label + "expected " + result.expected() + "; " + actual;
    }

    static String ofContract(List<ContractBreak> breaks) {
        var broken = breaks.stream().filter(ContractBreak::error).toList();
        var first = broken.stream()
                .limit(1)
                .map(each -> (each.where().isEmpty() ? "" : each.where() + ": ") + each.problem())
                .collect(Collectors.joining());
        return "the answer breaks the contract: " + first
                + (broken.size() > 1 ? " (and " + (broken.size() - 1) + " more)" : "");
    }

    static String withAttempts(String sentence, int attempts) {
        return attempts < 2 || sentence.isEmpty() ? sentence : sentence + " (after " + attempts + " attempts)";
    }
}
