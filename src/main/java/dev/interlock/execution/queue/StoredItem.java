package dev.interlock.execution.queue;

import dev.interlock.execution.carry.ItemResult;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.PathShare;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An item as the queue knows it, with the result to store. */
record StoredItem(
        int seq,
        int fence,
        String testKey,
        String testName,
        int revision,
        String kind,
        @Nullable String rowLabel,
        List<PathShare> paths,
        String reason,
        boolean mustRun,
        ItemResult result) {

    /** Why the test is in the run, or why it was not sent. */
    String shownReason() {
        return Objects.requireNonNullElse(result.reason(), reason);
    }

    ItemOutcome outcome() {
        return new ItemOutcome(
                seq,
                testKey,
                testName,
                rowLabel,
                result.outcome(),
                result.took(),
                result.finishedAt(),
                Math.max(1, result.attempts().size()),
                result.flaky(),
                result.failure(),
                paths,
                result.notes().stubbed(),
                revision,
                result.touched());
    }
}
