package dev.interlock.history;

import dev.interlock.platform.ProjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What tests did so far. */
public interface TestHistory {
    /** Last outcomes of a test in all environments, newest first; {@code n} at most 200. */
    List<PastOutcome> last(ProjectId project, String testKey, int n);

    /** Outcomes of several tests, newest first, at most {@code n} (30) for each. */
    Map<String, List<PastOutcome>> last(ProjectId project, Collection<String> testKeys, int n);

    /** Records of all tests seen in an environment by key; "" stands for reports without one. At most 20,000. */
    Map<String, TestRecord> records(ProjectId project, String environment);

    /** Records of these tests in an environment, by key. */
    Map<String, TestRecord> records(ProjectId project, String environment, Collection<String> testKeys);

    /** For each test its record in the environment where it ran last. At most 20,000. */
    Map<String, TestRecord> latest(ProjectId project);

    /** Tests that were flaky since, most often first, at most 500. */
    List<FlakyTest> flaky(ProjectId project, Instant since);
}
