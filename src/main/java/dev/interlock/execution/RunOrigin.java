package dev.interlock.execution;

import dev.interlock.platform.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param trigger one word: page, api, schedule, rerun, demo
 * @param idempotencyKey repeated requests with the same key answer the same run for 24 hours
 * @param schedule the schedule that fired
 * @param fireAt the instant it fired for; with the schedule, unique
 * @param rerunOf the run that is repeated
 */
public record RunOrigin(
        String trigger,
        @Nullable String idempotencyKey,
        @Nullable String schedule,
        @Nullable Instant fireAt,
        @Nullable RunId rerunOf) {

    /** Just the word. */
    public static RunOrigin of(String trigger) {
        return new RunOrigin(trigger, null, null, null, null);
    }

    /** The same with an idempotency key. */
    public RunOrigin keyed(@Nullable String key) {
        return new RunOrigin(trigger, key, schedule, fireAt, rerunOf);
    }
}
