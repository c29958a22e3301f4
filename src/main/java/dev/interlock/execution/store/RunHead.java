package dev.interlock.execution.store;

import dev.interlock.execution.RunState;
import dev.interlock.history.RunRef;
import dev.interlock.platform.RunId;
import org.jspecify.annotations.Nullable;

/** What storing results needs to know of a run; the row is locked until the transaction ends. */
public record RunHead(
        RunId id,
        RunState state,
        boolean closed,
        RunRef ref,
        @Nullable Integer stopOnFailures,
        int faults) {}
