package dev.interlock.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Probability that a test fails next time: its own decayed record, shrunk towards what tests in the same state did in this
 * project. All constants are those of the measured form; nothing is fitted here. Not safe for several threads.
 */
public final class ContextEstimator {
    private static final double WEIGHT_OF_STATE = 4;
    private static final double SMALLEST_PART = 1_000;
    private static final int NO_OPINION = 3;

    private final Map<String, TestTrack> tracks = new HashMap<>();
    private final ContextPool pool;

    /** An estimator that has seen nothing. */
    public ContextEstimator() {
        this(ContextPool.empty());
    }

    /** An estimator that goes on from what the project did. */
    public ContextEstimator(ContextPool pool) {
        this.pool = pool;
    }

    /**
     * Verdict and time of one test in a run.
     *
     * @param verdict 1 failed, 0 passed, {@link TestTrack#MIXED} both on the same change
     * @param tookMs in milliseconds, 0 when unknown
     */
    public record Result(double verdict, double tookMs) {}

    /** Goes on with what a test did before. */
    public void restore(String test, TestTrack track) {
        tracks.put(test, track);
    }

    /** Learns from a run: one result for each of its tests. */
    public void learn(Map<String, Result> results) {
        pool.startRun();
        results.forEach(this::learn);
    }

    /** Probability 0..1 that the test fails in its next run. */
    public double probability(String test) {
        return probability(track(test), pool, NO_OPINION);
    }

    /** What is remembered of a test. */
    public TestTrack track(String test) {
        return tracks.getOrDefault(test, TestTrack.unseen());
    }

    /** Median of the known durations in milliseconds; empty without any. */
    public Optional<Double> medianMs() {
        return medianMs(tracks.values());
    }

    /** What the project did so far. */
    public ContextPool pool() {
        return pool;
    }

    private void learn(String test, Result result) {
        var before = track(test);
        pool.count(before.bucket(), result.verdict());
        var after = before.after(result.verdict());
        tracks.put(test, result.tookMs() > 0 ? after.took(result.tookMs()) : after);
    }

    /**
     * Probability 0..1 that a test with this record fails in its next run.
     *
     * @param rating a person's rating 1..5 of what the test covers, 3 without one
     */
    public static double probability(TestTrack track, ContextPool pool, int rating) {
        var rate = ofState(track, pool, rating);
        return (WEIGHT_OF_STATE * rate + track.failures()) / (WEIGHT_OF_STATE + track.results());
    }

    /** Where the probability comes from, in words. */
    public static String explanation(TestTrack track, ContextPool pool, int rating) {
        var bucket = track.bucket();
        var text = new StringBuilder(record(track))
                .append("; such tests fail in %s of cases here (n = %.0f)"
                        .formatted(percent(pool.rate(bucket)), pool.seen(bucket)));
        if (track.runs() > 0) {
            text.append("; own recent rate ").append(percent(track.failures() / track.results()));
        }
        if (rating != NO_OPINION) {
            text.append("; rated likelihood ").append(rating);
        }
        return text.append(" → p = ")
                .append(percent(probability(track, pool, rating)))
                .toString();
    }

    /** Median of the known durations in milliseconds; empty without any. */
    public static Optional<Double> medianMs(Iterable<TestTrack> tracks) {
        var known = new ArrayList<Double>();
        tracks.forEach(track -> {
            if (track.tookMs() > 0) {
                known.add(track.tookMs());
            }
        });
        known.sort(null);
        var middle = known.size() / 2;
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        known.size() % 2 == 1 ? known.get(middle) : (known.get(middle - 1) + known.get(middle)) / 2);
    }

    /**
     * Time in milliseconds the test is expected to take: its own, or the median of the others; never below a thousandth
     * of the median.
     */
    public static double expectedMs(TestTrack track, double medianMs) {
        return Math.max(track.tookMs() > 0 ? track.tookMs() : medianMs, medianMs / SMALLEST_PART);
    }

    /** Share of failing runs, 0..1, that turned out mixed, over these tests. */
    public static double usualFlakiness(Iterable<TestTrack> tracks) {
        var mixed = 0.0;
        var failing = 0.0;
        for (var track : tracks) {
            mixed += track.mixed();
            failing += track.failing();
        }
        return failing == 0 ? 0 : mixed / failing;
    }

    private static double ofState(TestTrack track, ContextPool pool, int rating) {
        var rate = pool.rate(track.bucket());
        return rating == NO_OPINION ? rate : Odds.probability(Odds.logit(rate) + Odds.ofRating(rating, track.runs()));
    }

    private static String record(TestTrack track) {
        if (track.runs() == 0) {
            return "never ran here";
        }
        var runs = track.runs() == 1 ? "1 run" : track.runs() + " runs";
        if (track.fails() == 0) {
            return "never failed in " + runs;
        }
        var counts = (track.fails() == 1 ? "1 failure" : track.fails() + " failures") + " in " + runs;
        return switch (track.gap()) {
            case TestTrack.NEVER -> "failed and passed on the same change, " + counts;
            case 0 -> "failed in its last run, " + counts;
            case 1 -> "failed 1 run ago, " + counts;
            default -> "failed " + track.gap() + " runs ago, " + counts;
        };
    }

    private static String percent(double share) {
        return share > 0 && share < .01 ? "%.1f %%".formatted(100 * share) : "%.0f %%".formatted(100 * share);
    }
}
