package dev.interlock.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a test in one environment.
 *
 * @param lastRun number of the last run it was part of
 * @param passedAt when it passed last, null when it never did
 * @param strip last outcomes, one a run, newest first, at most 30
 * @param took null as long as it never passed
 */
public record TestRecord(
        String testKey,
        String name,
        String environment,
        Outcome last,
        long lastRun,
        Instant lastAt,
        @Nullable Instant passedAt,
        List<Outcome> strip,
        @Nullable TookTimes took) {}
