package dev.interlock.plan;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.TestKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan chooses from: the tests of suites, of a query and of changed services together; all tests when all are
 * empty.
 *
 * @param query filter over test cases, null without
 * @param changed services whose paths are to be tested
 * @param tests tests named one by one
 * @param onlyReady whether a test is set apart when a service it needs is not known to be ready; otherwise only when one
 *     failed its unit tests or is unreachable
 */
public record Scope(
        List<SuiteKey> suites,
        @Nullable String query,
        List<ServiceKey> changed,
        List<TestKey> tests,
        boolean onlyReady) {
    public Scope {
        suites = List.copyOf(suites);
        changed = List.copyOf(changed);
        tests = List.copyOf(tests);
    }

    /** These, whatever is known of their services. */
    public static Scope of(
            List<SuiteKey> suites, @Nullable String query, List<ServiceKey> changed, List<TestKey> tests) {
        return new Scope(suites, query, changed, tests, false);
    }

    /** Everything the project has. */
    public static Scope everything() {
        return of(List.of(), null, List.of(), List.of());
    }

    /** True when it names nothing and hence takes everything. */
    public boolean isEverything() {
        return suites.isEmpty() && (query == null || query.isBlank()) && changed.isEmpty() && tests.isEmpty();
    }
}
