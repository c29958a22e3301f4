package dev.interlock.testcase;

import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Optional;

/** The suites of a project; at most 2,000. */
public interface Suites {

    /** Every suite, by key. */
    List<Suite> all(ProjectId project);

    /** The suite with this key. */
    Optional<Suite> find(ProjectId project, SuiteKey key);

    /** Creates or changes a suite; unknown members are named together, and a cycle is refused by naming it. */
    Suite put(ProjectId project, SuiteKey key, SuiteDraft draft, IfMatch seen, Actor actor);

    /** Takes a suite away; refused while another suite holds it. */
    void delete(ProjectId project, SuiteKey key, IfMatch seen, Actor actor);

    /** The test cases of a suite and the suites in it, each once, in order: its tests, its suites, its query. */
    List<TestKey> expand(ProjectId project, SuiteKey key);
}
