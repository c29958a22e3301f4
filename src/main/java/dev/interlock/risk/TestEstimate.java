package dev.interlock.risk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of a test's next run.
 *
 * @param probability probability 0..1 that it fails
 * @param explanation where the probability comes from, in words
 * @param expected expected time
 * @param p90 time it stays below in nine of ten runs
 * @param durationKnown false when the times are those of the project's median test
 * @param lastRun when it ran last in this environment, null when it never did
 */
public record TestEstimate(
        double probability,
        String explanation,
        Duration expected,
        Duration p90,
        boolean durationKnown,
        @Nullable Instant lastRun) {}
