package dev.interlock.execution;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.plan.PlanKey;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.TestKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to run: one of a plan, a suite, tests, a query, or what a change touches. */
public record RunScope(
        @Nullable PlanKey plan,
        @Nullable SuiteKey suite,
        List<TestKey> tests,
        @Nullable String query,
        List<ServiceKey> changed) {

    /** Copies the lists. */
    public RunScope {
        tests = List.copyOf(tests);
        changed = List.copyOf(changed);
    }

    /** The plan, as it is now. */
    public static RunScope plan(PlanKey key) {
        return new RunScope(key, null, List.of(), null, List.of());
    }

    /** The tests of a suite. */
    public static RunScope suite(SuiteKey key) {
        return new RunScope(null, key, List.of(), null, List.of());
    }

    /** Exactly these tests. */
    public static RunScope tests(List<TestKey> keys) {
        return new RunScope(null, null, keys, null, List.of());
    }

    /** The tests a filter finds. */
    public static RunScope query(String filter) {
        return new RunScope(null, null, List.of(), filter, List.of());
    }

    /** The tests whose paths touch these services. */
    public static RunScope changed(List<ServiceKey> services) {
        return new RunScope(null, null, List.of(), null, services);
    }

    /** Whether nothing is named. */
    public boolean isEmpty() {
        return plan == null && suite == null && tests.isEmpty() && query == null && changed.isEmpty();
    }
}
