package dev.interlock.risk;

import java.time.Duration;

/**
 * What the estimator remembers of one test; a value, so that the state before a run can be kept beside the one after.
 *
 * @param failures decayed count of failures
 * @param results decayed count of verdicts
 * @param runs verdicts so far
 * @param fails verdicts so far that were failures, mixed ones included
 * @param gap own runs since the last failure, {@link #NEVER} when it never failed
 * @param streak consecutive failures up to now
 * @param tookMs smoothed duration in milliseconds, 0 when unknown
 * @param mixed decayed count of failing runs that turned out mixed
 * @param failing decayed count of failing runs
 */
public record TestTrack(
        double failures,
        double results,
        int runs,
        int fails,
        int gap,
        int streak,
        double tookMs,
        double mixed,
        double failing) {
    /** The gap of a test that never failed. */
    public static final int NEVER = -1;

    /** The verdict of a test that both failed and passed on the same change. */
    public static final double MIXED = .5;

    private static final double OWN_DECAY = .7;
    private static final double FLAKE_DECAY = .9;
    private static final double NEWEST_DURATION = .3;
    private static final double HALF_WORTH_DAYS = 45;
    private static final double WEIGHT_OF_OTHERS = 4;
    private static final double ENOUGH_FAILURES = 4 - 1e-9;
    private static final int[] RUN_STEPS = {1, 4, 16, 64};
    private static final int[] GAP_STEPS = {0, 1, 2, 4, 8, 16, 32};
    private static final int FIRST_FAILED = 6;

    /** A test without any run. */
    public static TestTrack unseen() {
        return new TestTrack(0, 0, 0, 0, NEVER, 0, 0, 0, 0);
    }

    /** Number 0..29 of the group of tests in the same state. */
    public int bucket() {
        if (runs == 0) {
            return 0;
        }
        return gap == NEVER ? 1 + step(RUN_STEPS, runs) : FIRST_FAILED + 3 * step(GAP_STEPS, gap) + severity();
    }

    /**
     * The state after a run.
     *
     * @param verdict 1 failed, 0 passed, {@link #MIXED} both on the same change
     */
    public TestTrack after(double verdict) {
        var failed = verdict == 1;
        return new TestTrack(
                OWN_DECAY * failures + verdict,
                OWN_DECAY * results + 1,
                runs + 1,
                fails + (verdict > 0 ? 1 : 0),
                failed ? 0 : gap == NEVER ? NEVER : gap + 1,
                failed ? streak + 1 : 0,
                tookMs,
                verdict > 0 ? FLAKE_DECAY * mixed + (verdict == MIXED ? 1 : 0) : mixed,
                verdict > 0 ? FLAKE_DECAY * failing + 1 : failing);
    }

    /** The state after a run that took this long, in milliseconds. */
    public TestTrack took(double ms) {
        var smoothed = tookMs == 0 ? ms : tookMs + NEWEST_DURATION * (ms - tookMs);
        return new TestTrack(failures, results, runs, fails, gap, streak, smoothed, mixed, failing);
    }

    /**
     * Probability 0..1 that a failure of the test is no fault.
     *
     * @param usual the same over the project
     */
    public double flakiness(double usual) {
        return (mixed + 2 * usual) / (failing + 2);
    }

    /**
     * How far the test's own record carries, 0..1, after it stood still for this long; the probability itself does not age.
     */
    public double confidence(Duration idle) {
        var days = Math.max(0, idle.toMillis() / (double) Duration.ofDays(1).toMillis());
        var carries = results * Math.pow(.5, days / HALF_WORTH_DAYS);
        return carries / (carries + WEIGHT_OF_OTHERS);
    }

    /**
     * True when more of its failures than not were no fault, and there were enough of them to say so.
     *
     * @param usual share of failures over the project that were no fault
     */
    public boolean isUnreliable(double usual) {
        return failing >= ENOUGH_FAILURES && flakiness(usual) > .5;
    }

    private int severity() {
        if (gap == 0) {
            return Math.min(3, streak) - 1;
        }
        return fails == 1 ? 0 : fails <= 3 ? 1 : 2;
    }

    private static int step(int[] steps, int value) {
        var i = 0;
        while (i < steps.length && value > steps[i]) {
            i++;
        }
        return i;
    }
}
