package dev.interlock.history;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.PathKey;
import dev.interlock.platform.ProjectId;
import java.util.Map;
import java.util.Optional;

/** What paths did so far, counting evidence only. */
public interface PathHistory {
    /** State of every path of the catalog in the environment of reference. */
    Map<PathKey, PathState> states(ProjectId project);

    /** State of every path of the catalog in an environment. */
    Map<PathKey, PathState> states(ProjectId project, EnvironmentKey environment);

    /** The environment with the newest evidence, whose states pages show; "" stands for reports without one. */
    Optional<String> reference(ProjectId project);
}
