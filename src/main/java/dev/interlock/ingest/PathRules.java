package dev.interlock.ingest;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.List;

/** Rules that link reported cases to paths; at most 500 for a project. */
public interface PathRules {

    /** The rules in order. */
    List<PathRule> all(ProjectId project);

    /** Replaces all rules; every fault is told at once. */
    List<PathRule> replace(ProjectId project, List<PathRule> rules, Actor actor);
}
