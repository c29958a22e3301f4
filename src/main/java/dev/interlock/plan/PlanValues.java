package dev.interlock.plan;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to choose tests for.
 *
 * @param environment where the tests are to run, null when they run nowhere in particular
 * @param budget time box by the clock, null without
 * @param workers items carried out at the same time, 1..1,000
 * @param pins tests that must run
 * @param drops tests that must not
 */
public record PlanValues(
        Scope scope,
        @Nullable EnvironmentKey environment,
        @Nullable Duration budget,
        int workers,
        Set<TestKey> pins,
        Set<TestKey> drops) {
    public PlanValues {
        pins = Set.copyOf(pins);
        drops = Set.copyOf(drops);
    }

    /** Everything in a scope, without a time box. */
    public static PlanValues all(Scope scope, EnvironmentKey environment) {
        return new PlanValues(scope, environment, null, 1, Set.of(), Set.of());
    }
}
