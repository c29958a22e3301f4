package dev.interlock.execution;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.PinnedTest;
import dev.interlock.testcase.TestKey;
import org.jspecify.annotations.Nullable;

/** Carries out one case at once, for the person who writes it. */
public interface Trials {
    /**
     * Carries out a test case with one row of its data; teardown included. Nothing is stored and nothing is added to
     * history; the step is audited.
     *
     * @param row number of the data row from 1, null for the first or none
     * @throws dev.interlock.platform.Problem {@link RunProblem#ENVIRONMENT_IS_PROTECTED} and other refusals
     */
    ItemDetail attempt(ProjectId project, TestKey test, EnvironmentKey environment, @Nullable Integer row, Actor actor);

    /**
     * Carries out content that is not kept yet, such as a workflow up to the step that is being written; audited under
     * its key.
     */
    ItemDetail attempt(ProjectId project, PinnedTest test, EnvironmentKey environment, Actor actor);
}
