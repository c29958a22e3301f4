package dev.interlock.api.testing;

import dev.interlock.platform.Finding;
import dev.interlock.testcase.ManualStep;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A test case as JSON.
 *
 * @param workflow the Arazzo document as written; left out in lists
 */
record TestCaseShown(
        String key,
        TestKind kind,
        String name,
        String state,
        List<String> covers,
        boolean coversCorrected,
        List<String> tags,
        String owner,
        String team,
        List<String> requirements,
        String crashPolicy,
        int revision,
        @Nullable String workflowId,
        @Nullable String workflow,
        List<ManualStep> steps,
        List<Map<String, @Nullable Object>> data,
        List<String> toFillIn,
        List<Finding> findings,
        Instant changedAt,
        long version) {

    static TestCaseShown of(TestCase test, @Nullable String workflow) {
        return new TestCaseShown(
                test.key().value(),
                test.kind(),
                test.name(),
                test.state().name(),
                test.covers().stream().map(Object::toString).toList(),
                test.coversCorrected(),
                test.tags(),
                test.owner(),
                test.team(),
                test.requirements(),
                test.crashPolicy().name(),
                test.revision(),
                test.kind() == TestKind.WORKFLOW ? test.workflowId() : null,
                workflow,
                test.steps(),
                test.rows(),
                test.toFillIn(),
                test.findings(),
                test.changedAt(),
                test.version());
    }
}
