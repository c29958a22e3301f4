package dev.interlock.history.log;

import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.RunRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a test in one environment; the columns of {@code history.test_state}.
 *
 * @param strip one letter a run, newest first
 * @param tookMs time of the run so far, data rows together
 * @param passedMs times of the last passing runs, newest first
 * @param verdictVersions versions of the services it touched, "" unless all are known
 */
record TestState(
        int test,
        long run,
        char outcome,
        Instant finishedAt,
        @Nullable Long passedRun,
        @Nullable Instant passedAt,
        String strip,
        int tookMs,
        List<Integer> passedMs,
        @Nullable Character verdict,
        int verdictRevision,
        String verdictVersions,
        @Nullable Instant verdictAt) {
    private static final int LONGEST_STRIP = 30;
    private static final int MOST_TIMES = 20;
    private static final Duration FLAKY_WITHIN = Duration.ofDays(3);

    static TestState none(int test) {
        return new TestState(
                test, 0, Outcome.SKIPPED.letter(), Instant.EPOCH, null, null, "", 0, List.of(), null, 0, "", null);
    }

    /** True when the outcome contradicts the last verdict although nothing that is known has changed. */
    boolean contradictedBy(ItemOutcome item, RunRef ref) {
        return verdict != null
                && verdictAt != null
                && item.outcome().isVerdict()
                && item.row() == null
                && item.outcome().letter() != verdict
                && item.revision() > 0
                && item.revision() == verdictRevision
                && !verdictVersions.isEmpty()
                && verdictVersions.equals(versions(item, ref))
                && Duration.between(verdictAt, item.finishedAt()).compareTo(FLAKY_WITHIN) <= 0;
    }

    /** The state after an item of a run; several items of one run are one entry of the strip. */
    TestState after(ItemOutcome item, long itemRun, RunRef ref) {
        var same = run == itemRun;
        var worst = same ? Outcome.of(outcome).worse(item.outcome()) : item.outcome();
        var total = Math.toIntExact(Math.min(
                Integer.MAX_VALUE, (same ? (long) tookMs : 0) + item.took().toMillis()));
        var earlier = same ? strip.substring(1) : strip;
        var passed = worst == Outcome.PASSED;
        var known = item.outcome().isVerdict();
        return new TestState(
                test,
                itemRun,
                worst.letter(),
                item.finishedAt(),
                passed ? Long.valueOf(itemRun) : same && isPassed() ? null : passedRun,
                passed ? item.finishedAt() : same && isPassed() ? null : passedAt,
                cut(worst.letter() + earlier),
                total,
                times(same, passed, total),
                known ? Character.valueOf(item.outcome().letter()) : verdict,
                known ? item.revision() : verdictRevision,
                known ? versions(item, ref) : verdictVersions,
                known ? item.finishedAt() : verdictAt);
    }

    private boolean isPassed() {
        return outcome == Outcome.PASSED.letter();
    }

    private List<Integer> times(boolean same, boolean passed, int total) {
        var earlier = same && isPassed() && !passedMs.isEmpty() ? passedMs.subList(1, passedMs.size()) : passedMs;
        return passed
                ? IntStream.concat(IntStream.of(total), earlier.stream().mapToInt(Integer::intValue))
                        .limit(MOST_TIMES)
                        .boxed()
                        .toList()
                : List.copyOf(earlier);
    }

    private static String cut(String letters) {
        return letters.substring(0, Math.min(letters.length(), LONGEST_STRIP));
    }

    private static String versions(ItemOutcome item, RunRef ref) {
        if (item.touched().isEmpty() || !ref.versions().keySet().containsAll(item.touched())) {
            return "";
        }
        return item.touched().stream()
                .sorted()
                .map(service -> service + "=" + ref.versions().get(service))
                .collect(Collectors.joining(" "));
    }
}
