package dev.interlock.arazzo;

import java.time.Duration;

/**
 * Bounds on carrying one workflow out, sub-workflows and teardown included.
 *
 * @param maxSteps most step activations, retries not counted
 * @param stepTimeout longest time of one attempt where the step says nothing
 * @param deadline longest time for everything before teardown
 * @param maxRetryPause longest pause an answer's Retry-After may ask for
 * @param maxDepth deepest nesting of workflows
 * @param maxAttempts most attempts of all steps together
 */
public record RunLimits(
        int maxSteps, Duration stepTimeout, Duration deadline, Duration maxRetryPause, int maxDepth, int maxAttempts) {

    /** 500 steps, 30 s for an attempt, 15 min in all, pauses of 30 s, 10 workflows deep, 5,000 attempts. */
    public static final RunLimits DEFAULT =
            new RunLimits(500, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofSeconds(30), 10, 5_000);

    /** The same with another time for one attempt. */
    public RunLimits withStepTimeout(Duration time) {
        return new RunLimits(maxSteps, time, deadline, maxRetryPause, maxDepth, maxAttempts);
    }

    /** The same with another time for everything. */
    public RunLimits withDeadline(Duration time) {
        return new RunLimits(maxSteps, stepTimeout, time, maxRetryPause, maxDepth, maxAttempts);
    }

    /** The same with another number of steps. */
    public RunLimits withMaxSteps(int steps) {
        return new RunLimits(steps, stepTimeout, deadline, maxRetryPause, maxDepth, maxAttempts);
    }
}
