package dev.interlock.testcase;

import dev.interlock.catalog.ServiceKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a test case at one moment: everything a worker needs, without asking again.
 *
 * @param document the Arazzo document, empty for kinds that have none
 * @param workflowId which workflow of the document is the test
 * @param sources which service stands behind each source description
 * @param operations the operations its steps call, by service
 * @param rows the data set; empty means one run without values
 * @param steps the steps of a manual test
 */
public record PinnedTest(
        TestKey key,
        String name,
        int revision,
        TestKind kind,
        TestState state,
        String document,
        String workflowId,
        Map<String, ServiceKey> sources,
        Map<ServiceKey, List<String>> operations,
        List<Map<String, @Nullable Object>> rows,
        List<ManualStep> steps,
        CrashPolicy crashPolicy) {}
