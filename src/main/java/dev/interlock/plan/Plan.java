package dev.interlock.plan;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A saved test plan.
 *
 * @param revision counts saved versions from 1; runs point to it
 * @param version for If-Match; equals the revision
 */
public record Plan(
        PlanKey key,
        String name,
        Scope scope,
        EnvironmentKey environment,
        @Nullable Duration budget,
        int workers,
        List<TestKey> pins,
        List<TestKey> drops,
        GateRules gate,
        int revision,
        Instant savedAt,
        String savedBy,
        long version) {

    /** What to choose tests for. */
    public PlanValues values() {
        return new PlanValues(scope, environment, budget, workers, Set.copyOf(pins), Set.copyOf(drops));
    }
}
