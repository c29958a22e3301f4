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
 * @param confidence how far the test's own record carries, 0..1; falls with the time it did not run
 * @param flakiness probability 0..1 that a failure of it is no fault
 * @param unreliable true when it should be set apart until it is mended
 * @param lastRun when it ran last in this environment, null when it never did
 */
public record TestEstimate(
        double probability,
        String explanation,
        Duration expected,
        Duration p90,
        boolean durationKnown,
        double confidence,
        double flakiness,
        boolean unreliable,
        @Nullable Instant lastRun) {

    /** Probability 0..1 that it fails next time and that the failure is a fault; orders nothing. */
    public double fault() {
        return probability * (1 - flakiness);
    }

    /** What is said of a test when there is no environment to look at. */
    public static TestEstimate unknown() {
        return new TestEstimate(
                .1, "nothing is known yet", Duration.ofSeconds(5), Duration.ofSeconds(10), false, 0, 0, false, null);
    }
}
