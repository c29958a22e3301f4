package dev.interlock.execution.book;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.carry.PinnedRun;
import dev.interlock.plan.Plan;
import dev.interlock.platform.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run that is about to be stored. */
record NewRun(
        RunRequest request,
        PinnedRun pinned,
        @Nullable Plan plan,
        Map<ServiceKey, String> versions,
        int workers,
        Actor actor) {}
