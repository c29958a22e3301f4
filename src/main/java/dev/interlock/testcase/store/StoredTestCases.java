package dev.interlock.testcase.store;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Cursor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.Slice;
import dev.interlock.testcase.DraftedTest;
import dev.interlock.testcase.PinnedTest;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCaseDraft;
import dev.interlock.testcase.TestCaseProblem;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestKind;
import dev.interlock.testcase.TestQuery;
import dev.interlock.testcase.TestRevision;
import dev.interlock.testcase.document.WorkflowChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Test cases in the database. */
@Component
class StoredTestCases implements TestCases {
    private static final String LIST = "test-cases";
    private static final int MOST_SHOWN = 200;
    private static final int CHUNK = 500;

    private final TestCaseTable table;
    private final RevisionTable revisions;
    private final WorkflowChecks checks;
    private final TestCaseWriter writer;
    private final DraftingDesk desk;
    private final Paths paths;

    StoredTestCases(
            TestCaseTable table,
            RevisionTable revisions,
            WorkflowChecks checks,
            TestCaseWriter writer,
            DraftingDesk desk,
            Paths paths) {
        this.table = table;
        this.revisions = revisions;
        this.checks = checks;
        this.writer = writer;
        this.desk = desk;
        this.paths = paths;
    }

    @Override
    @Transactional(readOnly = true)
    public List<TestCase> all(ProjectId project) {
        return table.all(project);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TestCase> of(ProjectId project, List<TestKey> keys) {
        return table.of(project, keys);
    }

    @Override
    @Transactional(readOnly = true)
    public Slice<TestCase> list(ProjectId project, TestQuery query, @Nullable String after, int limit) {
        var most = Math.clamp(limit, 1, MOST_SHOWN);
        var place = after == null ? "" : Cursor.values(project, LIST, after).getFirst();
        var found = new ArrayList<TestCase>();
        while (found.size() <= most) {
            var chunk = table.after(project, place, CHUNK);
            chunk.stream().filter(query::matches).forEach(found::add);
            if (chunk.size() < CHUNK) {
                break;
            }
            place = chunk.getLast().key().value();
        }
        var rows = found.subList(0, Math.min(found.size(), most + 1));
        return Slice.of(
                rows, most, last -> Cursor.of(project, LIST, List.of(last.key().value())));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TestCase> find(ProjectId project, TestKey key) {
        return table.find(project, key);
    }

    @Override
    @Transactional
    public TestCase put(ProjectId project, TestKey key, TestCaseDraft draft, IfMatch seen, Actor actor) {
        writer.hold(project);
        var present = table.find(project, key);
        present.ifPresent(test -> seen.check("test case", test.version()));
        var known = paths.all(project).stream().map(IntegrationPath::key).toList();
        DraftChecks.refuseUnlessSound(draft, present, known);
        return writer.write(project, key, draft, present, actor);
    }

    @Override
    @Transactional
    public TestCase copy(ProjectId project, TestKey key, TestKey copy, Actor actor) {
        writer.hold(project);
        var test = table.find(project, key).orElseThrow(() -> unknown(key));
        if (table.find(project, copy).isPresent()) {
            throw TestCaseProblem.TEST_CASE_EXISTS.because("There is a test case \"" + copy + "\" already.");
        }
        var draft = new TestCaseDraft(
                test.kind(),
                copyName(test.name()),
                test.coversCorrected() ? test.covers() : null,
                test.tags(),
                test.owner(),
                test.team(),
                test.requirements(),
                test.crashPolicy(),
                workflowText(project, key).orElse(null),
                test.kind() == TestKind.WORKFLOW ? test.workflowId() : null,
                test.steps(),
                test.rows());
        return writer.write(project, copy, draft, Optional.empty(), actor);
    }

    @Override
    @Transactional
    public void delete(ProjectId project, TestKey key, IfMatch seen, Actor actor) {
        writer.hold(project);
        var test = table.find(project, key).orElseThrow(() -> unknown(key));
        seen.check("test case", test.version());
        writer.delete(project, test, actor);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> workflowText(ProjectId project, TestKey key) {
        return table.find(project, key).flatMap(test -> revisions.text(project, key, test.revision()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> workflowText(ProjectId project, TestKey key, int revision) {
        return revisions.text(project, key, revision);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TestRevision> revisions(ProjectId project, TestKey key) {
        return revisions.list(project, key);
    }

    @Override
    @Transactional
    public List<DraftedTest> draft(ProjectId project, ServiceKey service, Actor actor) {
        writer.hold(project);
        return desk.draft(project, service, actor);
    }

    @Override
    @Transactional
    public List<DraftedTest> draft(ProjectId project, PathKey path, Actor actor) {
        writer.hold(project);
        return desk.draft(project, path, actor);
    }

    @Override
    public List<Finding> lint(ProjectId project, String text) {
        return checks.check(project, text, null).findings();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<TestKey>> callersOf(ProjectId project, ServiceKey service) {
        return revisions.callers(project, service);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PinnedTest> pin(ProjectId project, List<TestKey> keys) {
        var pins = new Pins(revisions.texts(project, keys), revisions.sources(project, keys), revisions.calls(project));
        var byKey = table.of(project, keys).stream().collect(Collectors.toMap(TestCase::key, Function.identity()));
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(byKey.get(key)).stream())
                .map(pins::pinned)
                .toList();
    }

    /** What is read once for all tests that are pinned together. */
    private record Pins(
            Map<TestKey, String> texts,
            Map<TestKey, Map<String, ServiceKey>> sources,
            Map<TestKey, Map<ServiceKey, List<String>>> calls) {
        PinnedTest pinned(TestCase test) {
            return new PinnedTest(
                    test.key(),
                    test.name(),
                    test.revision(),
                    test.kind(),
                    test.state(),
                    texts.getOrDefault(test.key(), ""),
                    test.workflowId(),
                    sources.getOrDefault(test.key(), Map.of()),
                    calls.getOrDefault(test.key(), Map.of()),
                    test.rows(),
                    test.steps(),
                    test.crashPolicy());
        }
    }

    private static String copyName(String name) {
        return name.length() > 190 ? name : name + " (copy)";
    }

    private static Problem unknown(TestKey key) {
        return TestCaseProblem.TEST_CASE_IS_UNKNOWN.because("There is no test case \"" + key + "\".");
    }
}
