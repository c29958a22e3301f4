package dev.interlock.ingest;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.List;

/** Imports of services and integrations that were done; each can be undone for 24 hours. */
public interface DoneImports {

    /** The last 50, newest first. */
    List<DoneImport> recent(ProjectId project);

    /**
     * Takes away everything the import added, or nothing.
     *
     * @throws dev.interlock.platform.Problem {@link IngestProblem#IMPORT_IS_UNKNOWN}, or
     *     {@link IngestProblem#IMPORT_STAYS} when it is too old, undone already, or something of it is changed or used
     */
    DoneImport undo(ProjectId project, long id, Actor actor);
}
