package dev.interlock.execution;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.history.ItemOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run carried out elsewhere.
 *
 * @param environment null when not known
 * @param source what made it, such as {@code junit}
 * @param outcomes in order; sequence numbers from 1 without gaps
 */
public record ReportedRun(
        RunLabels labels,
        @Nullable EnvironmentKey environment,
        String source,
        Instant startedAt,
        Instant finishedAt,
        @Nullable String idempotencyKey,
        List<ItemOutcome> outcomes) {

    /** Copies the list. */
    public ReportedRun {
        outcomes = List.copyOf(outcomes);
    }
}
