package dev.interlock.ingest;

import java.time.Instant;

/**
 * An import that added services and integrations.
 *
 * @param kind what the documents were
 * @param by who did it
 * @param services how many it added
 * @param integrations how many it added
 * @param undone whether it was undone
 * @param undoable whether it can be undone now
 */
public record DoneImport(
        long id,
        String kind,
        Instant at,
        String by,
        int services,
        int integrations,
        boolean undone,
        boolean undoable) {}
