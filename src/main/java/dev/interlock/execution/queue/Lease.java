package dev.interlock.execution.queue;

import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import org.jspecify.annotations.Nullable;

/**
 * An item handed to a node. Its result counts only while the fence is the item's.
 *
 * @param fence how often the item was leased, from 1
 * @param row number of the data row from 1, null without data
 */
public record Lease(
        ProjectId project,
        RunId run,
        int seq,
        int fence,
        String testKey,
        int revision,
        String digest,
        @Nullable Integer row,
        int crashes) {}
