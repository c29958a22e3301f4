package dev.interlock.execution.carry;

import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.PinnedTest;
import org.jspecify.annotations.Nullable;

/**
 * Everything needed to carry one item out.
 *
 * @param runKey what people call the run
 * @param row number of the data row from 1, null without data
 */
public record ItemWork(
        ProjectId project,
        String runKey,
        int seq,
        PinnedRun run,
        PinnedTest test,
        @Nullable Integer row) {}
