package dev.interlock.risk;

/**
 * What the tests of a project did in each state, in one environment: 30 decayed counters and the project's own rate.
 * Not safe for several threads.
 */
public final class ContextPool {
    /** Number of states a test can be in. */
    public static final int BUCKETS = 30;

    private static final double BUCKET_DECAY = .995;
    private static final double PROJECT_DECAY = .99;
    private static final double WEIGHT_OF_START = 20;
    private static final double[] NEVER_FAILED = {1, .7, .5, .3, .2};
    private static final double[] BY_GAP = {.60, .30, .20, .15, .10, .07, .05, .03};
    private static final double[] BY_SEVERITY = {.8, 1, 1.2};

    private final double[] failed;
    private final double[] seen;
    private double projectFailed;
    private double projectSeen;

    private ContextPool(double[] failed, double[] seen, double projectFailed, double projectSeen) {
        this.failed = failed;
        this.seen = seen;
        this.projectFailed = projectFailed;
        this.projectSeen = projectSeen;
    }

    /** A project without any run. */
    public static ContextPool empty() {
        return new ContextPool(new double[BUCKETS], new double[BUCKETS], 1, 10);
    }

    /** Reads what {@link #values} gave. */
    public static ContextPool of(double[] values) {
        if (values.length != 2 * BUCKETS + 2) {
            throw new IllegalArgumentException("a pool has " + (2 * BUCKETS + 2) + " values, not " + values.length);
        }
        var pool =
                new ContextPool(new double[BUCKETS], new double[BUCKETS], values[2 * BUCKETS], values[2 * BUCKETS + 1]);
        System.arraycopy(values, 0, pool.failed, 0, BUCKETS);
        System.arraycopy(values, BUCKETS, pool.seen, 0, BUCKETS);
        return pool;
    }

    /** Everything it remembers, for storing. */
    public double[] values() {
        var values = new double[2 * BUCKETS + 2];
        System.arraycopy(failed, 0, values, 0, BUCKETS);
        System.arraycopy(seen, 0, values, BUCKETS, BUCKETS);
        values[2 * BUCKETS] = projectFailed;
        values[2 * BUCKETS + 1] = projectSeen;
        return values;
    }

    /** Ages everything by one run of the suite; to be called once before the verdicts of a run. */
    public void startRun() {
        for (var bucket = 0; bucket < BUCKETS; bucket++) {
            failed[bucket] *= BUCKET_DECAY;
            seen[bucket] *= BUCKET_DECAY;
        }
        projectFailed *= PROJECT_DECAY;
        projectSeen *= PROJECT_DECAY;
    }

    /** Counts a verdict of a test that was in this state before the run. */
    public void count(int bucket, double verdict) {
        failed[bucket] += verdict;
        seen[bucket]++;
        projectFailed += verdict;
        projectSeen++;
    }

    /** Replaces a verdict counted before by another; the count stays. */
    public void correct(int bucket, double before, double after) {
        failed[bucket] = Math.max(0, failed[bucket] + after - before);
        projectFailed = Math.max(0, projectFailed + after - before);
    }

    /** Share of failures, 0..1, among tests in this state. */
    public double rate(int bucket) {
        return (failed[bucket] + WEIGHT_OF_START * start(bucket)) / (seen[bucket] + WEIGHT_OF_START);
    }

    /** Decayed number of verdicts this state was seen with. */
    public double seen(int bucket) {
        return seen[bucket];
    }

    /** Share of failures among all verdicts of the project, 0..1. */
    public double projectRate() {
        return projectFailed / projectSeen;
    }

    private double start(int bucket) {
        if (bucket == 0) {
            return Math.max(projectRate(), .1);
        }
        if (bucket <= NEVER_FAILED.length) {
            return projectRate() * NEVER_FAILED[bucket - 1];
        }
        var i = bucket - 1 - NEVER_FAILED.length;
        return Math.min(.9, BY_GAP[i / 3] * BY_SEVERITY[i % 3]);
    }
}
