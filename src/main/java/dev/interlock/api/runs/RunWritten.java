package dev.interlock.api.runs;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.RunLabels;
import dev.interlock.execution.RunLimits;
import dev.interlock.execution.RunOrigin;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.RunScope;
import dev.interlock.history.Purpose;
import dev.interlock.plan.PlanKey;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is written to ask for a run; times are milliseconds. */
record RunWritten(
        @Nullable String plan,
        @Nullable String suite,
        @Nullable List<String> tests,
        @Nullable String query,
        @Nullable List<String> changed,
        @Nullable String environment,
        @Nullable Long budgetMs,
        @Nullable Integer workers,
        @Nullable Map<String, String> variables,
        @Nullable Map<String, String> versions,
        @Nullable Purpose purpose,
        @Nullable String branch,
        @Nullable String change,
        @Nullable Integer stopOnFailures,
        @Nullable String note) {
    private static final int LONGEST = 2_000;

    RunRequest request(@Nullable String idempotencyKey) {
        return new RunRequest(
                scope(),
                environment == null ? null : new EnvironmentKey(environment),
                new RunLimits(budgetMs == null ? null : Duration.ofMillis(budgetMs), workers, stopOnFailures),
                labels(),
                RunOrigin.of("api").keyed(idempotencyKey));
    }

    private RunScope scope() {
        return new RunScope(
                plan == null ? null : new PlanKey(plan),
                suite == null ? null : new SuiteKey(suite),
                tests == null ? List.of() : tests.stream().map(TestKey::new).toList(),
                query,
                changed == null
                        ? List.of()
                        : changed.stream().map(ServiceKey::new).toList());
    }

    private RunLabels labels() {
        var met = new TreeMap<ServiceKey, String>();
        if (versions != null) {
            versions.forEach((service, version) -> met.put(new ServiceKey(service), version));
        }
        return new RunLabels(
                purpose == null ? Purpose.AD_HOC : purpose,
                cut(branch, "main"),
                cut(change, ""),
                cut(note, ""),
                met,
                variables == null ? Map.of() : variables);
    }

    private static String cut(@Nullable String text, String otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
