package dev.interlock.plan;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a person or a call wants it.
 *
 * @param budget time box, null without; at least one second
 * @param workers 1..1,000
 */
public record PlanDraft(
        String name,
        Scope scope,
        EnvironmentKey environment,
        @Nullable Duration budget,
        int workers,
        List<TestKey> pins,
        List<TestKey> drops,
        GateRules gate) {}
