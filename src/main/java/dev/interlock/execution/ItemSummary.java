package dev.interlock.execution;

import dev.interlock.catalog.PathKey;
import dev.interlock.history.Failure;
import dev.interlock.history.Outcome;
import dev.interlock.testcase.TestKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a run: a test with one row of its data.
 *
 * @param seq number within the run, from 1; the order of the plan
 * @param row label of the data row, null without data
 * @param outcome null until there is one
 * @param finishedAt null until there is an outcome
 * @param attempts tries so far
 * @param flaky failed and passed within this run
 * @param failure first thing that went wrong, null when nothing did
 * @param reason why the test is in the run, or why it was not sent
 * @param notes stand-ins that had a part in it, versions met
 */
public record ItemSummary(
        int seq,
        String testKey,
        String name,
        @Nullable String row,
        TestKind kind,
        ItemState state,
        @Nullable Outcome outcome,
        Duration took,
        @Nullable Instant finishedAt,
        int attempts,
        boolean flaky,
        @Nullable Failure failure,
        List<PathKey> paths,
        String reason,
        ItemNotes notes) {}
