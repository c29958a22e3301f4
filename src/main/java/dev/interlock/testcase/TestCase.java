package dev.interlock.testcase;

import dev.interlock.catalog.PathKey;
import dev.interlock.platform.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something executable or manual that covers one or more integration paths.
 *
 * @param covers the paths covered, worked out from the steps or named by a person
 * @param coversCorrected whether a person named the paths
 * @param owner the person who answers for it, or empty
 * @param team the key of the team, or empty
 * @param requirements references or addresses of requirements and tickets
 * @param revision number of the content, from 1; changing workflow, steps or rows makes a new one
 * @param workflowId which workflow of the document is the test; empty for other kinds
 * @param steps the steps of a manual test, empty for other kinds
 * @param rows the data set: the test runs once for each row, and once without values when there is none
 * @param toFillIn what a person has to look at before a drafted test can run
 * @param findings what validation found, with lines of the document
 * @param version rises with every change, for ETag and If-Match
 */
public record TestCase(
        TestKey key,
        TestKind kind,
        String name,
        TestState state,
        List<PathKey> covers,
        boolean coversCorrected,
        List<String> tags,
        String owner,
        String team,
        List<String> requirements,
        CrashPolicy crashPolicy,
        int revision,
        String workflowId,
        List<ManualStep> steps,
        List<Map<String, @Nullable Object>> rows,
        List<String> toFillIn,
        List<Finding> findings,
        Instant changedAt,
        long version) {}
