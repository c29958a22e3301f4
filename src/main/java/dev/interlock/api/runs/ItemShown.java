package dev.interlock.api.runs;

import dev.interlock.catalog.PathKey;
import dev.interlock.execution.ItemNotes;
import dev.interlock.execution.ItemState;
import dev.interlock.execution.ItemSummary;
import dev.interlock.history.Blame;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Failure;
import dev.interlock.history.HowKnown;
import dev.interlock.history.Outcome;
import dev.interlock.testcase.TestKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item as JSON. */
record ItemShown(
        int seq,
        String test,
        String name,
        @Nullable String row,
        TestKind kind,
        ItemState state,
        @Nullable Outcome outcome,
        long tookMs,
        @Nullable Instant finishedAt,
        int attempts,
        boolean flaky,
        @Nullable FailureShown failure,
        List<String> paths,
        String reason,
        ItemNotes notes) {

    /** What went wrong. */
    record FailureShown(
            String sentence,
            CauseClass cause,
            String step,
            @Nullable BlameShown blame) {
        static FailureShown of(Failure failure) {
            var blame = failure.blame();
            return new FailureShown(
                    failure.sentence(), failure.cause(), failure.step(), blame == null ? null : BlameShown.of(blame));
        }
    }

    /** The hop blamed. */
    record BlameShown(@Nullable String consumer, String provider, HowKnown known, String sentence) {
        static BlameShown of(Blame blame) {
            var consumer = blame.consumer();
            return new BlameShown(
                    consumer == null ? null : consumer.value(),
                    blame.provider().value(),
                    blame.known(),
                    blame.sentence());
        }
    }

    static ItemShown of(ItemSummary item) {
        var failure = item.failure();
        return new ItemShown(
                item.seq(),
                item.testKey(),
                item.name(),
                item.row(),
                item.kind(),
                item.state(),
                item.outcome(),
                item.took().toMillis(),
                item.finishedAt(),
                item.attempts(),
                item.flaky(),
                failure == null ? null : FailureShown.of(failure),
                item.paths().stream().map(PathKey::value).toList(),
                item.reason(),
                item.notes());
    }
}
