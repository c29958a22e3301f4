package dev.interlock.history;

import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.platform.Slice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Failures grouped by signature. */
public interface Problems {
    /** Problems of a run, most tests first, at most 200. */
    List<ProblemGroup> ofRun(ProjectId project, RunId run);

    /** Open problems, last seen first. */
    Slice<ProblemGroup> open(ProjectId project, @Nullable String after, int limit);

    /** A problem by its number. */
    Optional<ProblemGroup> find(ProjectId project, long id);

    /** Classifies, notes, links, closes or opens a problem; audited. */
    ProblemGroup edit(ProjectId project, long id, ProblemEdit edit, IfMatch match, Actor actor);
}
