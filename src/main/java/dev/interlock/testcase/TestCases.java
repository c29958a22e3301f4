package dev.interlock.testcase;

import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.Slice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The test cases of a project; at most 20,000. */
public interface TestCases {

    /** Every test case, by key. */
    List<TestCase> all(ProjectId project);

    /** Those with these keys, by key; unknown keys are left out. */
    List<TestCase> of(ProjectId project, List<TestKey> keys);

    /** A part of the test cases the filter matches, by key; the filter's fields are those of {@link TestQuery}. */
    Slice<TestCase> list(ProjectId project, TestQuery query, @Nullable String after, int limit);

    /** The test case with this key. */
    Optional<TestCase> find(ProjectId project, TestKey key);

    /**
     * Creates or changes a test case. A document that is no Arazzo document is refused with its findings; one with
     * faults is kept as INVALID with findings.
     */
    TestCase put(ProjectId project, TestKey key, TestCaseDraft draft, IfMatch seen, Actor actor);

    /** Makes a copy under a new key; the copy starts at revision 1. */
    TestCase copy(ProjectId project, TestKey key, TestKey copy, Actor actor);

    /** Takes a test case away; results of it stay. */
    void delete(ProjectId project, TestKey key, IfMatch seen, Actor actor);

    /** The present Arazzo document as its author wrote it; empty for other kinds. */
    Optional<String> workflowText(ProjectId project, TestKey key);

    /** The Arazzo document of one revision. */
    Optional<String> workflowText(ProjectId project, TestKey key, int revision);

    /** The revisions of a test case, newest first, at most 1,000. */
    List<TestRevision> revisions(ProjectId project, TestKey key);

    /**
     * Drafts workflows from the interface of a service and keeps them as test cases; keys follow from the document,
     * and a test case that has the key already is left alone.
     */
    List<DraftedTest> draft(ProjectId project, ServiceKey service, Actor actor);

    /** Drafts a workflow that travels a path, and keeps it as a test case. */
    List<DraftedTest> draft(ProjectId project, PathKey path, Actor actor);

    /** Validates a document without keeping it: its own faults and those against the registered services. */
    List<Finding> lint(ProjectId project, String text);

    /** The test cases that call each operation of a service; operations by name as in the interface. */
    Map<String, List<TestKey>> callersOf(ProjectId project, ServiceKey service);

    /** The content of these tests as it is now, in the order asked for; unknown keys are left out. */
    List<PinnedTest> pin(ProjectId project, List<TestKey> keys);
}
