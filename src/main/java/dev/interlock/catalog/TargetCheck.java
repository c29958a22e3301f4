package dev.interlock.catalog;

import dev.interlock.outbound.AddressRule;
import dev.interlock.outbound.Opening;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one target answered to a real request.
 *
 * @param status the status code, or null without an answer; any answer counts as reachable
 * @param sentence what happened, in words
 * @param rule the rule of the outbound policy that refused, or null
 * @param opening what an instance administrator would open to allow exactly this, or null
 */
public record TargetCheck(
        ServiceKey service,
        boolean reachable,
        @Nullable Integer status,
        String sentence,
        @Nullable AddressRule rule,
        @Nullable Opening opening,
        Duration took,
        Instant at) {}
