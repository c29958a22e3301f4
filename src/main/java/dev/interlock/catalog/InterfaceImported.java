package dev.interlock.catalog;

import dev.interlock.platform.ProjectId;
import java.time.Instant;
import java.util.List;

/**
 * News: a service has a new interface revision. Published in the transaction that stored it.
 *
 * @param change compared with the previous revision; NONE for the first one
 * @param changedOperations operations that were changed or removed
 */
public record InterfaceImported(
        ProjectId project,
        ServiceKey service,
        long revisionId,
        boolean first,
        ChangeClass change,
        List<String> changedOperations,
        Instant at) {
    /** Copies the list. */
    public InterfaceImported {
        changedOperations = List.copyOf(changedOperations);
    }
}
