package dev.interlock.history.query;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.Outcome;
import dev.interlock.history.PathState;
import dev.interlock.history.Verification;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides what evidence says about a path.
 *
 * @param required tests that have to pass, by path; what ran over a path without being known to cover it counts too
 * @param tests last verdicts, by path
 * @param runs last runs, by path
 */
record PathStates(Map<String, Set<String>> required, Map<String, List<TestOverPath>> tests, Map<String, PathRun> runs) {

    /**
     * What a test last said about a path.
     *
     * @param passed whether it ever passed
     * @param changed services with another version since its last pass
     */
    record TestOverPath(String test, boolean failing, boolean passed, boolean stubbed, Set<String> changed) {}

    /** Last runs over a path. */
    record PathRun(
            long number,
            Instant at,
            @Nullable Long goodNumber,
            @Nullable Instant goodAt,
            List<Outcome> strip) {}

    PathState of(IntegrationPath path) {
        var key = path.key().value();
        var over = tests.getOrDefault(key, List.of());
        var names = new HashSet<>(required.getOrDefault(key, Set.of()));
        over.forEach(test -> names.add(test.test()));
        var services = path.services().stream().map(ServiceKey::value).toList();
        var current = over.stream()
                .filter(test -> !test.failing()
                        && test.passed()
                        && test.changed().stream().noneMatch(services::contains))
                .toList();
        var state = state(names.size(), over, current.size());
        var run = runs.get(key);
        return new PathState(
                path.key(),
                state,
                current.stream().anyMatch(TestOverPath::stubbed),
                names.size(),
                current.size(),
                run == null ? null : Long.valueOf(run.number()),
                run == null ? null : run.at(),
                run == null ? null : run.goodNumber(),
                run == null ? null : run.goodAt(),
                run == null ? List.of() : run.strip(),
                sentence(state, names.size(), over, current.size(), services));
    }

    private static Verification state(int required, List<TestOverPath> over, int current) {
        if (over.stream().anyMatch(TestOverPath::failing)) {
            return Verification.FAILING;
        }
        if (over.stream().noneMatch(TestOverPath::passed)) {
            return Verification.UNTESTED;
        }
        return current == required ? Verification.VERIFIED : Verification.STALE;
    }

    private static String sentence(
            Verification state, int required, List<TestOverPath> over, int current, List<String> services) {
        return switch (state) {
            case VERIFIED -> tests(required) + " passed with the versions deployed now.";
            case FAILING ->
                over.stream().filter(TestOverPath::failing).count() + " of " + tests(required) + " failed last time.";
            case UNTESTED -> required == 0 ? "No test covers it." : tests(required) + " never ran as evidence.";
            case STALE ->
                current + " of " + tests(required) + " passed with what is deployed now" + why(over, services);
        };
    }

    private static String why(List<TestOverPath> over, List<String> services) {
        var changed = new TreeSet<String>();
        over.forEach(test -> changed.addAll(test.changed()));
        changed.retainAll(services);
        return changed.isEmpty() ? "; the others never ran." : "; new since: " + String.join(", ", changed) + ".";
    }

    private static String tests(int count) {
        return count == 1 ? "1 test" : count + " tests";
    }
}
