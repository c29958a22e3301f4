package dev.interlock.history;

import dev.interlock.platform.RunId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stored outcome of a test.
 *
 * @param environment key of the environment, "" for reports without one
 * @param branch "" when the run had none
 * @param problem number of the problem it belongs to, null when it has none
 */
public record PastOutcome(
        RunId run,
        long runNumber,
        int seq,
        String environment,
        String branch,
        Outcome outcome,
        Duration took,
        Instant finishedAt,
        int attempts,
        boolean flaky,
        @Nullable Long problem) {}
