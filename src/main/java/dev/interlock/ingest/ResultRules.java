package dev.interlock.ingest;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.List;

/** Rules that link reported cases to paths and test cases; at most 500 for a project. */
public interface ResultRules {

    /** The rules in order. */
    List<ResultRule> all(ProjectId project);

    /**
     * Replaces all rules; every fault is told at once.
     *
     * @throws dev.interlock.platform.Problem {@link IngestProblem#RULES_ARE_REFUSED}
     */
    List<ResultRule> replace(ProjectId project, List<ResultRule> rules, Actor actor);
}
