package dev.interlock.testcase.store;

import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCaseChanged;
import dev.interlock.testcase.TestCaseDraft;
import dev.interlock.testcase.TestCaseProblem;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestKind;
import dev.interlock.testcase.TestState;
import dev.interlock.testcase.document.CheckedWorkflow;
import dev.interlock.testcase.document.WorkflowChecks;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes one test case with everything that hangs on it; callers hold the lock of the project. */
@Component
class TestCaseWriter {
    private static final int MOST = 20_000;
    private static final CheckedWorkflow NO_WORKFLOW =
            new CheckedWorkflow(Optional.empty(), "", List.of(), List.of(), Map.of(), List.of(), List.of());

    private final JdbcClient jdbc;
    private final TestCaseTables tables;
    private final WorkflowChecks checks;
    private final CoverageBook coverage;
    private final AuditLog audit;
    private final InstantSource clock;
    private final ApplicationEventPublisher news;

    TestCaseWriter(
            JdbcClient jdbc,
            TestCaseTables tables,
            WorkflowChecks checks,
            CoverageBook coverage,
            AuditLog audit,
            InstantSource clock,
            ApplicationEventPublisher news) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.checks = checks;
        this.coverage = coverage;
        this.audit = audit;
        this.clock = clock;
        this.news = news;
    }

    /** Lets one writer at a time change the test cases of a project. */
    void hold(ProjectId project) {
        jdbc.sql("select pg_advisory_xact_lock(7030, :project)")
                .param("project", (int) project.value())
                .query((row, number) -> 1)
                .list();
    }

    TestCase write(ProjectId project, TestKey key, TestCaseDraft draft, Optional<TestCase> present, Actor actor) {
        var before = present.flatMap(test -> tables.revisions().text(project, key, test.revision()))
                .orElse("");
        var text = draft.kind() == TestKind.WORKFLOW ? Objects.requireNonNullElse(draft.workflow(), before) : "";
        var workflow = read(project, draft, present, text);
        var revision = revision(draft, present, workflow, before.equals(text));
        var declared = draft.covers() == null
                ? new DeclaredCover(false, workflow.covers())
                : new DeclaredCover(true, draft.covers().stream().distinct().toList());
        var test = testCase(
                key,
                draft,
                workflow,
                declared,
                revision,
                present.map(TestCase::version).orElse(0L) + 1);
        refuseOneTooMany(project, present);
        store(
                project,
                test,
                declared,
                text,
                workflow,
                present.map(TestCase::revision).orElse(0),
                actor);
        audit.record(
                project,
                actor,
                present.isEmpty() ? "test-case.create" : "test-case.change",
                "test-case/" + key,
                present.map(TestCase::name).orElse(null),
                test.name());
        return tables.cases().find(project, key).orElseThrow();
    }

    void delete(ProjectId project, TestCase test, Actor actor) {
        coverage.forget(project, test.key());
        tables.cases().delete(project, test.key());
        tables.suites().forget(project, test.key());
        audit.record(project, actor, "test-case.delete", "test-case/" + test.key(), test.name(), null);
        news.publishEvent(new TestCaseChanged(project, test.key()));
    }

    /** Reads the present document anew, since services or interfaces have changed. */
    void judge(ProjectId project, TestKey key) {
        var found = tables.cases().find(project, key).filter(test -> test.kind() == TestKind.WORKFLOW);
        if (found.isPresent()) {
            var test = found.get();
            var text = tables.revisions().text(project, key, test.revision()).orElse("");
            judge(project, test, checks.check(project, text, test.workflowId()));
        }
    }

    private void judge(ProjectId project, TestCase test, CheckedWorkflow workflow) {
        var state = state(TestKind.WORKFLOW, List.of(), workflow);
        if (state != test.state() || !workflow.findings().equals(test.findings())) {
            tables.cases().judge(project, with(test, state, workflow.findings()));
            news.publishEvent(new TestCaseChanged(project, test.key()));
        }
        tables.revisions().bind(project, test.key(), workflow);
        var declared = tables.coverage().declared(project).getOrDefault(test.key(), DeclaredCover.NOTHING);
        coverage.renew(project, test.key(), workflow.operations(), declared);
    }

    private CheckedWorkflow read(ProjectId project, TestCaseDraft draft, Optional<TestCase> present, String text) {
        if (draft.kind() != TestKind.WORKFLOW) {
            return NO_WORKFLOW;
        }
        var keeps = draft.workflow() == null ? present.map(TestCase::workflowId).orElse(null) : null;
        var chosen = draft.workflowId() == null ? keeps : draft.workflowId();
        var workflow = checks.check(project, text, chosen);
        if (workflow.document().isEmpty()) {
            var first = workflow.findings().getFirst();
            throw TestCaseProblem.WORKFLOW_IS_UNREADABLE.because(
                    "The document is no readable Arazzo document: " + first.where() + ": " + first.problem(),
                    workflow.findings());
        }
        return workflow;
    }

    private static int revision(
            TestCaseDraft draft, Optional<TestCase> present, CheckedWorkflow workflow, boolean sameText) {
        return present.map(test -> sameText
                                && test.workflowId().equals(workflow.workflowId())
                                && test.steps().equals(draft.steps())
                                && Json.write(test.rows()).equals(Json.write(draft.rows()))
                        ? test.revision()
                        : test.revision() + 1)
                .orElse(1);
    }

    private TestCase testCase(
            TestKey key,
            TestCaseDraft draft,
            CheckedWorkflow workflow,
            DeclaredCover declared,
            int revision,
            long version) {
        return new TestCase(
                key,
                draft.kind(),
                draft.name().strip(),
                state(draft.kind(), draft.steps(), workflow),
                List.of(),
                declared.corrected(),
                draft.tags().stream().map(String::strip).distinct().toList(),
                draft.owner(),
                draft.team(),
                draft.requirements().stream().map(String::strip).distinct().toList(),
                draft.crashPolicy(),
                revision,
                workflow.workflowId(),
                draft.steps(),
                draft.rows(),
                workflow.toFillIn(),
                findings(draft, workflow),
                clock.instant(),
                version);
    }

    private static List<Finding> findings(TestCaseDraft draft, CheckedWorkflow workflow) {
        var findings = new ArrayList<>(workflow.findings());
        var inputs = workflow.document()
                .flatMap(document -> document.workflow(workflow.workflowId()))
                .map(found -> found.inputNames())
                .orElse(List.of());
        draft.rows().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .filter(column -> draft.kind() == TestKind.WORKFLOW && !inputs.contains(column))
                .map(column -> Finding.warning(
                        "data",
                        "The column \"" + column + "\" is no input of the workflow.",
                        "Declare it under inputs, or take it out."))
                .forEach(findings::add);
        return findings;
    }

    private static TestState state(TestKind kind, List<?> steps, CheckedWorkflow workflow) {
        if (workflow.hasErrors()) {
            return TestState.INVALID;
        }
        var open = !workflow.toFillIn().isEmpty() || (kind == TestKind.MANUAL && steps.isEmpty());
        return open ? TestState.DRAFT : TestState.READY;
    }

    private void refuseOneTooMany(ProjectId project, Optional<TestCase> present) {
        if (present.isEmpty() && tables.cases().count(project) >= MOST) {
            throw TestCaseProblem.TOO_MANY.because("The project has " + MOST + " test cases, which is the most.");
        }
    }

    private void store(
            ProjectId project,
            TestCase test,
            DeclaredCover declared,
            String text,
            CheckedWorkflow workflow,
            int lastRevision,
            Actor actor) {
        if (test.revision() > lastRevision) {
            tables.revisions().add(project, test, text, actor);
        }
        tables.cases().write(project, test, declared);
        tables.revisions().bind(project, test.key(), workflow);
        coverage.renew(project, test.key(), workflow.operations(), declared);
        news.publishEvent(new TestCaseChanged(project, test.key()));
    }

    private static TestCase with(TestCase test, TestState state, List<Finding> findings) {
        return new TestCase(
                test.key(),
                test.kind(),
                test.name(),
                state,
                test.covers(),
                test.coversCorrected(),
                test.tags(),
                test.owner(),
                test.team(),
                test.requirements(),
                test.crashPolicy(),
                test.revision(),
                test.workflowId(),
                test.steps(),
                test.rows(),
                test.toFillIn(),
                findings,
                test.changedAt(),
                test.version());
    }
}
