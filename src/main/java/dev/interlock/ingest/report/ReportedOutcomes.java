package dev.interlock.ingest.report;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Failure;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.ingest.dialect.ReportedCase;
import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import dev.interlock.testcase.TestKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns reported cases into outcomes: same case, same key; what occurs twice in one report is kept apart. */
final class ReportedOutcomes {
    private static final int LONGEST_KEY = 500;
    private static final int LONGEST_NAME = 300;

    private static final int LONGEST_ROW = 200;

    private final ReportLinks.Known links;
    private final @Nullable ServiceKey service;
    private final Map<String, Integer> seen = new HashMap<>();

    ReportedOutcomes(ReportLinks.Known links, @Nullable ServiceKey service) {
        this.links = links;
        this.service = service;
    }

    List<ItemOutcome> of(List<ReportedCase> cases, Instant now) {
        var outcomes = new ArrayList<ItemOutcome>(cases.size());
        for (var reported : cases) {
            outcomes.add(outcome(outcomes.size() + 1, reported, now));
        }
        return outcomes;
    }

    private ItemOutcome outcome(int seq, ReportedCase reported, Instant now) {
        var test = links.test(reported);
        var identity = links.identity(reported);
        return new ItemOutcome(
                seq,
                test.map(TestKey::value).orElseGet(() -> unique(identity, LONGEST_KEY)),
                name(reported),
                test.isPresent() ? unique(identity, LONGEST_ROW) : null,
                outcome(reported.verdict()),
                reported.took(),
                now,
                reported.verdict() == Verdict.SKIPPED ? 0 : reported.attempts(),
                reported.flaky(),
                failure(reported),
                reported.notRun() ? List.of() : links.paths(reported, test),
                false,
                0,
                touched(reported));
    }

    private static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Outcome.PASSED;
            case FAILED -> Outcome.FAILED;
            case BROKEN -> Outcome.BROKEN;
            case SKIPPED -> Outcome.SKIPPED;
        };
    }

    /** The same for the same case in every report; a case that occurs again in one report gets a number. */
    private String unique(String identity, int longest) {
        var cut = identity.length() <= longest
                ? identity
                : identity.substring(0, longest - 9) + String.format(Locale.ROOT, "~%08x", identity.hashCode());
        var number = seen.merge(cut, 1, Integer::sum);
        return number == 1 ? cut : cut + "#" + number;
    }

    private static String name(ReportedCase reported) {
        var simple = reported.className().substring(reported.className().lastIndexOf('.') + 1);
        var name =
                simple.isEmpty() || simple.equals(reported.name()) ? reported.name() : simple + ": " + reported.name();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static @Nullable Failure failure(ReportedCase reported) {
        if (reported.verdict() == Verdict.PASSED || reported.verdict() == Verdict.SKIPPED) {
            return null;
        }
        var sentence = reported.message().isEmpty() ? "The report gives no reason." : reported.message();
        return new Failure(sentence, CauseClass.REPORTED, null, reported.name());
    }

    private Set<ServiceKey> touched(ReportedCase reported) {
        return service == null || reported.verdict() == Verdict.SKIPPED ? Set.of() : Set.of(service);
    }
}
