package dev.interlock.schedule;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.plan.PlanKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A trigger as a person or a call wants it.
 *
 * @param plan what it starts; null starts what the change touches
 * @param environment where; null takes the environment of the news, else that of the plan
 * @param debounce how long nothing more must happen before it fires, up to an hour; under a constant stream it fires after
 *     ten times as long
 */
public record TriggerDraft(
        TriggerEvent event,
        TriggerFilter filter,
        @Nullable PlanKey plan,
        @Nullable EnvironmentKey environment,
        Duration debounce,
        Overlap overlap,
        boolean enabled) {}
