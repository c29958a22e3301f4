package dev.interlock.execution;

import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.platform.Slice;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of runs. */
public interface RunItems {
    /** Fields of the filter of {@link #list}. */
    Set<String> FIELDS = Set.of("outcome", "status", "state", "test", "path", "cause");

    /** Items in the order of the plan, at most 200 at a time. */
    Slice<ItemSummary> list(ProjectId project, RunId run, FilterQuery filter, @Nullable String after, int limit);

    /** One item with all that was sent and received; bodies up to 256 KiB. */
    Optional<ItemDetail> item(ProjectId project, RunId run, int seq);
}
