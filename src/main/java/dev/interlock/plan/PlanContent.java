package dev.interlock.plan;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is stored of a revision, as JSON; keys are plain texts. */
record PlanContent(
        String name,
        List<String> suites,
        @Nullable String query,
        List<String> changed,
        List<String> tests,
        @Nullable Boolean onlyReady,
        String environment,
        @Nullable Long budgetMs,
        int workers,
        List<String> pins,
        List<String> drops,
        GateRules gate) {

    static PlanContent of(PlanDraft draft) {
        var scope = draft.scope();
        var budget = draft.budget();
        return new PlanContent(
                draft.name(),
                scope.suites().stream().map(SuiteKey::value).toList(),
                scope.query(),
                scope.changed().stream().map(ServiceKey::value).toList(),
                texts(scope.tests()),
                scope.onlyReady(),
                draft.environment().value(),
                budget == null ? null : budget.toMillis(),
                draft.workers(),
                texts(draft.pins()),
                texts(draft.drops()),
                draft.gate());
    }

    Plan plan(PlanKey key, int revision, Instant savedAt, String savedBy) {
        var scope = new Scope(
                suites.stream().map(SuiteKey::new).toList(),
                query,
                changed.stream().map(ServiceKey::new).toList(),
                keys(tests),
                Boolean.TRUE.equals(onlyReady));
        return new Plan(
                key,
                name,
                scope,
                new EnvironmentKey(environment),
                budgetMs == null ? null : Duration.ofMillis(budgetMs),
                workers,
                keys(pins),
                keys(drops),
                gate,
                revision,
                savedAt,
                savedBy,
                revision);
    }

    private static List<String> texts(List<TestKey> keys) {
        return keys.stream().map(TestKey::value).toList();
    }

    private static List<TestKey> keys(List<String> texts) {
        return texts.stream().map(TestKey::new).toList();
    }
}
