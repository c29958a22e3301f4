package dev.interlock.api.runs;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Counts;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunState;
import dev.interlock.history.Purpose;
import dev.interlock.plan.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A run as JSON. */
record RunShown(
        String id,
        String key,
        RunState state,
        @Nullable Verdict verdict,
        Counts counts,
        int done,
        @Nullable Double riskCovered,
        @Nullable Double riskLeft,
        Map<String, String> versions,
        @Nullable String environment,
        Purpose purpose,
        String branch,
        String change,
        @Nullable String plan,
        String trigger,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long expectedMs,
        String note,
        long lastEvent) {

    static RunShown of(Run run) {
        var environment = run.environment();
        var plan = run.plan();
        return new RunShown(
                run.id().toString(),
                run.key(),
                run.state(),
                run.verdict(),
                run.counts(),
                run.counts().done(),
                run.riskCovered(),
                run.riskLeft(),
                texts(run.versions()),
                environment == null ? null : environment.value(),
                run.purpose(),
                run.branch(),
                run.change(),
                plan == null ? null : plan.value(),
                run.trigger(),
                run.requestedBy().name(),
                run.requestedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.expected().toMillis(),
                run.note(),
                run.lastEvent());
    }

    private static Map<String, String> texts(Map<ServiceKey, String> versions) {
        var texts = new TreeMap<String, String>();
        versions.forEach((service, version) -> texts.put(service.value(), version));
        return texts;
    }
}
