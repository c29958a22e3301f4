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
 */
public record Scope(List<SuiteKey> suites, @Nullable String query, List<ServiceKey> changed, List<TestKey> tests) {
    public Scope {
        suites = List.copyOf(suites);
        changed = List.copyOf(changed);
        tests = List.copyOf(tests);
    }

    /** Everything the project has. */
    public static Scope everything() {
        return new Scope(List.of(), null, List.of(), List.of());
    }

    /** True when it names nothing and hence takes everything. */
    public boolean isEverything() {
        return suites.isEmpty() && (query == null || query.isBlank()) && changed.isEmpty() && tests.isEmpty();
    }
}
