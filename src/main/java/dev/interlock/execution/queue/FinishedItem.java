package dev.interlock.execution.queue;

import dev.interlock.execution.carry.ItemResult;

/** A lease with what came of it. */
public record FinishedItem(Lease lease, ItemResult result) {}
