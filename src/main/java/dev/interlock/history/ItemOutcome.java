package dev.interlock.history;

import dev.interlock.catalog.ServiceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one item of a run ended.
 *
 * @param seq number of the item within the run, from 1
 * @param testKey key of the test case, or the name a report gives, at most 512 characters
 * @param name name for people
 * @param row label of the data row, null without data
 * @param attempts tries made, 0 when nothing was sent
 * @param flakyInRun true when attempts of this item both failed and passed
 * @param failure null unless failed or broken
 * @param paths paths the test exercises
 * @param stubbed true when a stand-in answered for a service
 * @param revision revision of the test case, 0 when unknown
 * @param touched services the item reached or meant to reach
 */
public record ItemOutcome(
        int seq,
        String testKey,
        String name,
        @Nullable String row,
        Outcome outcome,
        Duration took,
        Instant finishedAt,
        int attempts,
        boolean flakyInRun,
        @Nullable Failure failure,
        List<PathShare> paths,
        boolean stubbed,
        int revision,
        Set<ServiceKey> touched) {

    public ItemOutcome {
        paths = List.copyOf(paths);
        touched = Set.copyOf(touched);
    }

    /** An outcome of one attempt that exercises no known path. */
    public static ItemOutcome of(int seq, String testKey, Outcome outcome, Duration took, Instant finishedAt) {
        return new ItemOutcome(
                seq, testKey, testKey, null, outcome, took, finishedAt, 1, false, null, List.of(), false, 0, Set.of());
    }

    /** The same with another name for people. */
    public ItemOutcome named(String newName) {
        return new ItemOutcome(
                seq,
                testKey,
                newName,
                row,
                outcome,
                took,
                finishedAt,
                attempts,
                flakyInRun,
                failure,
                paths,
                stubbed,
                revision,
                touched);
    }

    /** The same with a failure. */
    public ItemOutcome failing(Failure newFailure) {
        return new ItemOutcome(
                seq,
                testKey,
                name,
                row,
                outcome,
                took,
                finishedAt,
                attempts,
                flakyInRun,
                newFailure,
                paths,
                stubbed,
                revision,
                touched);
    }

    /** The same, exercising these paths and reaching these services. */
    public ItemOutcome over(List<PathShare> newPaths, Set<ServiceKey> newTouched) {
        return new ItemOutcome(
                seq,
                testKey,
                name,
                row,
                outcome,
                took,
                finishedAt,
                attempts,
                flakyInRun,
                failure,
                newPaths,
                stubbed,
                revision,
                newTouched);
    }

    /** The same, tried several times with both results. */
    public ItemOutcome flakyAfter(int newAttempts) {
        return new ItemOutcome(
                seq,
                testKey,
                name,
                row,
                outcome,
                took,
                finishedAt,
                newAttempts,
                true,
                failure,
                paths,
                stubbed,
                revision,
                touched);
    }

    /** The same with the help of a stand-in. */
    public ItemOutcome withStub() {
        return new ItemOutcome(
                seq,
                testKey,
                name,
                row,
                outcome,
                took,
                finishedAt,
                attempts,
                flakyInRun,
                failure,
                paths,
                true,
                revision,
                touched);
    }

    /** True when the outcome teaches the estimators: a failure, or a pass won without a stand-in. */
    public boolean teaches() {
        return outcome == Outcome.FAILED || (outcome == Outcome.PASSED && !stubbed);
    }
}
