package dev.interlock.ingest;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.List;

/**
 * Names that changed. A rename is proposed when a name of an earlier report vanishes and a similar one appears in the same
 * report; once accepted, later reports continue the history of the former name.
 */
public interface Renames {

    /** All of a project, those to be decided first, at most 1,000. */
    List<Rename> all(ProjectId project);

    /**
     * Says that a name is a former one under another name.
     *
     * @throws dev.interlock.platform.Problem {@link IngestProblem#RENAME_IS_REFUSED} when it leads in a circle
     */
    Rename add(ProjectId project, String name, String former, Actor actor);

    /**
     * Accepts or declines; a decision may be changed.
     *
     * @throws dev.interlock.platform.Problem {@link IngestProblem#RENAME_IS_UNKNOWN} or
     *     {@link IngestProblem#RENAME_IS_REFUSED}
     */
    Rename decide(ProjectId project, long id, boolean accepted, Actor actor);
}
