package dev.interlock.risk;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.TestKey;
import java.util.List;
import java.util.Map;

/** Probability of failing and expected time of tests. */
public interface TestEstimates {
    /** Estimates of every test case of the project in an environment; tests never run there included. */
    Map<TestKey, TestEstimate> of(ProjectId project, EnvironmentKey environment);

    /** The same for these test cases only, which costs less. */
    Map<TestKey, TestEstimate> of(ProjectId project, EnvironmentKey environment, List<TestKey> tests);

    /** Learns everything of an environment again from its history, with the same result; "" stands for reports. */
    void rebuild(ProjectId project, String environment);
}
