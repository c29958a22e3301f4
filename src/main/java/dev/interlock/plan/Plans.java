package dev.interlock.plan;

import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Optional;

/** Saved test plans; at most 500 a project. */
public interface Plans {
    /** All plans by name. */
    List<Plan> all(ProjectId project);

    /** The newest revision of a plan. */
    Optional<Plan> find(ProjectId project, PlanKey key);

    /** Creates a plan or saves a new revision of it. */
    Plan put(ProjectId project, PlanKey key, PlanDraft draft, IfMatch match, Actor actor);

    /** Deletes a plan with its revisions. */
    void delete(ProjectId project, PlanKey key, IfMatch match, Actor actor);

    /** Saved revisions, newest first, at most 100. */
    List<Plan> revisions(ProjectId project, PlanKey key);
}
