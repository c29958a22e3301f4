package dev.interlock.execution;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;

/** What the runs of each environment are compared with. */
public interface BaselineRules {
    /** What holds for an environment; the last run that passed its gate when nobody said otherwise. */
    Baseline of(ProjectId project, EnvironmentKey environment);

    /**
     * Sets what holds for an environment from now on; verdicts that were given stay.
     *
     * @throws dev.interlock.platform.Problem when the pinned run is unknown, not over, no evidence or of another environment
     */
    void set(ProjectId project, EnvironmentKey environment, Baseline baseline, Actor actor);
}
