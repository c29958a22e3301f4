package dev.interlock.history;

import dev.interlock.catalog.ServiceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
        return with(parts -> parts.name = newName);
    }

    /** The same with a failure. */
    public ItemOutcome failing(Failure newFailure) {
        return with(parts -> parts.failure = newFailure);
    }

    /** The same, exercising these paths and reaching these services. */
    public ItemOutcome over(List<PathShare> newPaths, Set<ServiceKey> newTouched) {
        return with(parts -> {
            parts.paths = newPaths;
            parts.touched = newTouched;
        });
    }

    /** The same, tried several times with both results. */
    public ItemOutcome flakyAfter(int newAttempts) {
        return with(parts -> {
            parts.attempts = newAttempts;
            parts.flakyInRun = true;
        });
    }

    /** The same with the help of a stand-in. */
    public ItemOutcome withStub() {
        return with(parts -> parts.stubbed = true);
    }

    /** The same of this revision of the test case. */
    public ItemOutcome revised(int newRevision) {
        return with(parts -> parts.revision = newRevision);
    }

    /** True when the outcome teaches the estimators: a failure, or a pass won without a stand-in. */
    public boolean teaches() {
        return outcome == Outcome.FAILED || (outcome == Outcome.PASSED && !stubbed);
    }

    private ItemOutcome with(Consumer<Parts> change) {
        var parts = new Parts(this);
        change.accept(parts);
        return new ItemOutcome(
                seq,
                testKey,
                parts.name,
                row,
                outcome,
                took,
                finishedAt,
                parts.attempts,
                parts.flakyInRun,
                parts.failure,
                parts.paths,
                parts.stubbed,
                parts.revision,
                parts.touched);
    }

    /** What may change. */
    private static final class Parts {
        private String name;
        private int attempts;
        private boolean flakyInRun;
        private @Nullable Failure failure;
        private List<PathShare> paths;
        private boolean stubbed;
        private int revision;
        private Set<ServiceKey> touched;

        Parts(ItemOutcome from) {
            name = from.name;
            attempts = from.attempts;
            flakyInRun = from.flakyInRun;
            failure = from.failure;
            paths = from.paths;
            stubbed = from.stubbed;
            revision = from.revision;
            touched = from.touched;
        }
    }
}
