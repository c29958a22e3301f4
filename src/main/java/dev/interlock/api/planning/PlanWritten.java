package dev.interlock.api.planning;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.plan.GateRules;
import dev.interlock.plan.Plan;
import dev.interlock.plan.PlanDraft;
import dev.interlock.plan.PlanKey;
import dev.interlock.plan.PlanValues;
import dev.interlock.plan.Scope;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a plan, or of the values to preview; what is left out has a usual value.
 *
 * @param wanted share of the score in percent that a preview is to find the smallest budget for; a plan does not keep it
 */
record PlanWritten(
        @Nullable String name,
        @Nullable ScopeWritten scope,
        @Nullable String environment,
        @Nullable Long budgetMs,
        @Nullable Integer workers,
        @Nullable List<String> pins,
        @Nullable List<String> drops,
        @Nullable GateWritten gate,
        @Nullable Double wanted) {
    private static final int USUAL_WORKERS = 4;

    /** What to choose from; everything when left out. */
    record ScopeWritten(
            @Nullable List<String> suites,
            @Nullable String query,
            @Nullable List<String> changed,
            @Nullable List<String> tests,
            @Nullable Boolean onlyReady) {
        Scope scope() {
            return new Scope(
                    list(suites).stream().map(SuiteKey::new).toList(),
                    query,
                    list(changed).stream().map(ServiceKey::of).toList(),
                    keys(tests),
                    Boolean.TRUE.equals(onlyReady));
        }

        static ScopeWritten of(Scope scope) {
            return new ScopeWritten(
                    scope.suites().stream().map(SuiteKey::value).toList(),
                    scope.query(),
                    scope.changed().stream().map(ServiceKey::value).toList(),
                    scope.tests().stream().map(TestKey::value).toList(),
                    scope.onlyReady());
        }
    }

    /** Conditions of the gate; those left out are not asked. */
    record GateWritten(
            @Nullable Integer maxMustRunFailures,
            @Nullable Boolean noNewProblem,
            @Nullable Boolean criticalPathsOk,
            @Nullable Double maxRiskLeft,
            @Nullable Boolean contractsKept,
            @Nullable Double maxQuarantined,
            @Nullable Integer maxFlaky) {
        GateRules rules() {
            return new GateRules(
                    maxMustRunFailures == null ? 0 : maxMustRunFailures,
                    Boolean.TRUE.equals(noNewProblem),
                    Boolean.TRUE.equals(criticalPathsOk),
                    maxRiskLeft,
                    Boolean.TRUE.equals(contractsKept),
                    maxQuarantined,
                    maxFlaky);
        }
    }

    PlanDraft draft(PlanKey key) {
        return new PlanDraft(
                name == null || name.isBlank() ? key.value() : name,
                scope == null ? Scope.everything() : scope.scope(),
                EnvironmentKey.of(environment == null ? "" : environment),
                budget(),
                workers == null ? USUAL_WORKERS : workers,
                keys(pins),
                keys(drops),
                gate == null ? GateRules.standard() : gate.rules());
    }

    /** These values, and those of the saved plan where they are left out. */
    PlanValues over(@Nullable Plan saved) {
        return new PlanValues(
                scope != null ? scope.scope() : saved == null ? Scope.everything() : saved.scope(),
                environment != null ? EnvironmentKey.of(environment) : saved == null ? null : saved.environment(),
                budgetMs != null || saved == null ? budget() : saved.budget(),
                workers != null ? workers : saved == null ? USUAL_WORKERS : saved.workers(),
                Set.copyOf(pins != null || saved == null ? keys(pins) : saved.pins()),
                Set.copyOf(drops != null || saved == null ? keys(drops) : saved.drops()));
    }

    static PlanWritten nothing() {
        return new PlanWritten(null, null, null, null, null, null, null, null, null);
    }

    private @Nullable Duration budget() {
        return budgetMs == null ? null : Duration.ofMillis(budgetMs);
    }

    private static List<TestKey> keys(@Nullable List<String> texts) {
        return list(texts).stream().map(TestKey::new).toList();
    }

    private static List<String> list(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}
