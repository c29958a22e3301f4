package dev.interlock.plan;

import dev.interlock.catalog.PathKey;
import dev.interlock.plan.PlanInputs.PathWeight;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does when nothing, or nothing recent, is known of its tests: it says so, and one test of every path of the
 * highest impact must run, however little the estimates make of it.
 *
 * @param notes what is missing or out of date, a sentence each
 * @param mustRun tests that must run for that, with the reason
 */
public record Fallback(List<String> notes, Map<TestKey, String> mustRun) {
    /** A result older than this says little about what is deployed now. */
    static final Duration STALE = Duration.ofDays(14);

    private static final int HIGHEST_IMPACT = 5;

    public Fallback {
        notes = List.copyOf(notes);
        mustRun = Map.copyOf(mustRun);
    }

    /** Enough is known. */
    public static Fallback none() {
        return new Fallback(List.of(), Map.of());
    }

    /**
     * What to do with what is known of these tests.
     *
     * @param tests tests that can run
     * @param box seconds of all workers together, infinite without a time box; must-run tests of this kind stay within
     */
    static Fallback of(List<Candidate> tests, Map<PathKey, PathWeight> paths, double box, Instant now) {
        var newest =
                tests.stream().map(Candidate::lastRun).filter(Objects::nonNull).max(Comparator.naturalOrder());
        if (tests.isEmpty()
                || newest.filter(at -> now.minus(STALE).isBefore(at)).isPresent()) {
            return none();
        }
        var mustRun = mustRun(tests, paths, box);
        return new Fallback(List.of(note(newest, now) + consequence(mustRun.size())), mustRun);
    }

    private static String note(Optional<Instant> newest, Instant now) {
        return newest.map(at -> "The newest result of these tests here is "
                        + Duration.between(at, now).toDays() + " days old, so what is known of them may no longer hold")
                .orElse("None of these tests has a result here yet, so nobody knows which of them find faults");
    }

    private static String consequence(int mustRun) {
        return switch (mustRun) {
            case 0 -> ": besides pinned tests, only the shape of the system and ratings speak for a choice.";
            case 1 -> ": one test must run because it covers what is most critical.";
            default -> ": " + mustRun + " tests must run because they cover what is most critical.";
        };
    }

    private static Map<TestKey, String> mustRun(List<Candidate> tests, Map<PathKey, PathWeight> paths, double box) {
        var chosen = new HashMap<TestKey, String>();
        var left = box;
        for (var path : mostCritical(paths)) {
            var best = best(tests, path);
            if (best != null && best.seconds() <= left && !chosen.containsKey(best.key())) {
                chosen.put(
                        best.key(), "must run: covers " + path + ", which has the highest impact, and little is known");
                left -= best.seconds();
            }
        }
        return chosen;
    }

    private static List<PathKey> mostCritical(Map<PathKey, PathWeight> paths) {
        var critical = new ArrayList<Map.Entry<PathKey, PathWeight>>();
        paths.entrySet().stream()
                .filter(path -> path.getValue().impact() == HIGHEST_IMPACT)
                .forEach(critical::add);
        critical.sort(Comparator.comparingDouble((Map.Entry<PathKey, PathWeight> path) ->
                        -path.getValue().score())
                .thenComparing(Map.Entry::getKey));
        return critical.stream().map(Map.Entry::getKey).toList();
    }

    /** The test that travels most of the path; of several the quickest. */
    private static @Nullable Candidate best(List<Candidate> tests, PathKey path) {
        return tests.stream()
                .filter(test -> share(test, path) > 0)
                .min(Comparator.comparingDouble((Candidate test) -> -share(test, path))
                        .thenComparing(Candidate::seconds)
                        .thenComparing(Candidate::key))
                .orElse(null);
    }

    private static double share(Candidate test, PathKey path) {
        return test.paths().stream()
                .filter(covered -> covered.path().equals(path))
                .mapToDouble(Candidate.CoveredPath::share)
                .findFirst()
                .orElse(0);
    }
}
