package dev.interlock.testcase;

import dev.interlock.catalog.PathKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a writer wants a test case to be.
 *
 * @param covers the paths it covers as a person says; null to have them worked out
 * @param workflow the Arazzo document, YAML or JSON; null keeps the present one, and is refused for a new WORKFLOW
 * @param workflowId which workflow of the document is the test; null for the first
 * @param rows the data set, at most 1,000 rows
 */
public record TestCaseDraft(
        TestKind kind,
        String name,
        @Nullable List<PathKey> covers,
        List<String> tags,
        String owner,
        String team,
        List<String> requirements,
        CrashPolicy crashPolicy,
        @Nullable String workflow,
        @Nullable String workflowId,
        List<ManualStep> steps,
        List<Map<String, @Nullable Object>> rows) {

    /** A workflow without labels whose paths are worked out. */
    public static TestCaseDraft workflow(String name, String document) {
        return plain(TestKind.WORKFLOW, name, document, List.of());
    }

    /** A manual test case without labels. */
    public static TestCaseDraft manual(String name, List<ManualStep> steps) {
        return plain(TestKind.MANUAL, name, null, steps);
    }

    /** A test case that is carried out elsewhere. */
    public static TestCaseDraft external(String name) {
        return plain(TestKind.EXTERNAL, name, null, List.of());
    }

    /** The same, covering exactly these paths because a person says so; null has them worked out. */
    public TestCaseDraft covering(@Nullable List<PathKey> paths) {
        return new TestCaseDraft(
                kind, name, paths, tags, owner, team, requirements, crashPolicy, workflow, workflowId, steps, rows);
    }

    /** The same with these tags. */
    public TestCaseDraft tagged(List<String> labels) {
        return new TestCaseDraft(
                kind, name, covers, labels, owner, team, requirements, crashPolicy, workflow, workflowId, steps, rows);
    }

    /** The same, for this team. */
    public TestCaseDraft ofTeam(String key) {
        return new TestCaseDraft(
                kind, name, covers, tags, owner, key, requirements, crashPolicy, workflow, workflowId, steps, rows);
    }

    /** The same, testing this workflow of the document. */
    public TestCaseDraft testing(String workflow) {
        return new TestCaseDraft(
                kind, name, covers, tags, owner, team, requirements, crashPolicy, this.workflow, workflow, steps, rows);
    }

    /** The same with this data set. */
    public TestCaseDraft withRows(List<Map<String, @Nullable Object>> data) {
        return new TestCaseDraft(
                kind, name, covers, tags, owner, team, requirements, crashPolicy, workflow, workflowId, steps, data);
    }

    private static TestCaseDraft plain(TestKind kind, String name, @Nullable String document, List<ManualStep> steps) {
        return new TestCaseDraft(
                kind, name, null, List.of(), "", "", List.of(), CrashPolicy.RERUN, document, null, steps, List.of());
    }
}
