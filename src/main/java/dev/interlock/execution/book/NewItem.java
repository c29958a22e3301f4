package dev.interlock.execution.book;

import dev.interlock.history.PathShare;
import dev.interlock.testcase.PinnedTest;
import dev.interlock.testcase.TestKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item that is about to be stored.
 *
 * @param payload the test as stored, the same text for all its rows
 * @param row number of the data row from 1, null without data
 * @param targets services its steps call, sorted
 */
record NewItem(
        int seq,
        PinnedTest test,
        String digest,
        String payload,
        @Nullable Integer row,
        @Nullable String rowLabel,
        List<PathShare> paths,
        String reason,
        boolean mustRun,
        List<String> targets) {

    boolean isManual() {
        return test.kind() == TestKind.MANUAL;
    }
}
