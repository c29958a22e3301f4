package dev.interlock.plan;

import dev.interlock.catalog.PathKey;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a selection is worked out from.
 *
 * @param tests tests of the scope
 * @param paths all paths of the project
 * @param budget time box by the clock, null without
 * @param workers items carried out at the same time, at least 1
 * @param quarantined tests in quarantine, with the reason
 * @param blocked tests that cannot run now, with the reason
 * @param fallback what is done because too little is known
 */
public record PlanInputs(
        List<Candidate> tests,
        Map<PathKey, PathWeight> paths,
        @Nullable Duration budget,
        int workers,
        Set<TestKey> pins,
        Set<TestKey> drops,
        Map<TestKey, String> quarantined,
        Map<TestKey, String> blocked,
        Instant now,
        Fallback fallback) {

    /** Enough is known. */
    public PlanInputs(
            List<Candidate> tests,
            Map<PathKey, PathWeight> paths,
            @Nullable Duration budget,
            int workers,
            Set<TestKey> pins,
            Set<TestKey> drops,
            Map<TestKey, String> quarantined,
            Map<TestKey, String> blocked,
            Instant now) {
        this(tests, paths, budget, workers, pins, drops, quarantined, blocked, now, Fallback.none());
    }

    /** The same, with what is done when too little is known of the tests that can run and are not in quarantine. */
    PlanInputs withFallback() {
        var usable = tests.stream()
                .filter(test -> isRunnable(test) && !isQuarantined(test))
                .toList();
        var seconds = budget == null ? Double.POSITIVE_INFINITY : workers * budget.toMillis() / 1000.0;
        return new PlanInputs(
                tests,
                paths,
                budget,
                workers,
                pins,
                drops,
                quarantined,
                blocked,
                now,
                Fallback.of(usable, paths, seconds, now));
    }

    boolean isRunnable(Candidate test) {
        return !blocked.containsKey(test.key()) && !drops.contains(test.key());
    }

    boolean isPinned(Candidate test) {
        return pins.contains(test.key()) || fallback.mustRun().containsKey(test.key());
    }

    boolean isQuarantined(Candidate test) {
        return quarantined.containsKey(test.key());
    }

    /**
     * What a path is worth.
     *
     * @param score 0..100
     * @param impact 1..5
     */
    public record PathWeight(double score, int impact) {}
}
