package dev.interlock.execution.book;

import dev.interlock.execution.Rerun;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunLabels;
import dev.interlock.execution.RunLimits;
import dev.interlock.execution.RunOrigin;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.RunScope;
import dev.interlock.execution.store.RunTable;
import dev.interlock.history.Outcome;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Keys;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.security.AuditLog;
import dev.interlock.testcase.TestKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accepts requests: checked, pinned and stored in one transaction. */
@Component
class RunRequests {
    private static final int DEFAULT_WORKERS = 4;

    private static final String TESTS = """
            select test_key from execution.item_result
             where month = :month and project_id = :project and run_id = :run
               and outcome in (:outcomes)
             group by test_key
             order by min(seq)
            """;

    private final RequestCheck check;
    private final Pinning pinning;
    private final RunWriter writer;
    private final AuditLog audit;
    private final RunTable runs;
    private final JdbcClient jdbc;

    RunRequests(RequestCheck check, Pinning pinning, RunWriter writer, AuditLog audit, RunTable runs, JdbcClient jdbc) {
        this.check = check;
        this.pinning = pinning;
        this.writer = writer;
        this.audit = audit;
        this.runs = runs;
        this.jdbc = jdbc;
    }

    Run request(ProjectId project, RunRequest request, Actor actor) {
        var repeated = writer.repeated(project, request);
        if (repeated.isPresent()) {
            return require(project, repeated.get());
        }
        var checked = check.check(project, request);
        var pinned = pinning.pin(project, checked, request);
        var workers = request.limits().workers();
        var number = new NewRun(
                request,
                pinned,
                checked.plan(),
                pinning.versions(project, checked.environment(), request.labels()),
                workers != null
                        ? workers
                        : checked.plan() == null
                                ? DEFAULT_WORKERS
                                : checked.plan().workers(),
                actor);
        var stored = require(project, writer.accept(project, number));
        audit.record(
                project, actor, "run.requested", stored.key(), null, stored.environment() + ", " + stored.trigger());
        return stored;
    }

    Run rerun(ProjectId project, Run run, Rerun which, Actor actor) {
        var environment = run.environment();
        var keys = keys(project, run, which);
        // what a report calls a test need not be the key of one
        var tests = keys.stream().filter(Keys::isWellFormed).map(TestKey::new).toList();
        if (environment == null || (tests.isEmpty() && !keys.isEmpty())) {
            throw RunProblem.NOTHING_TO_RERUN.because(run.key() + " was carried out elsewhere.");
        }
        if (tests.isEmpty()) {
            throw RunProblem.NOTHING_TO_RERUN.because(run.key() + " has no test that failed or broke.");
        }
        var labels = new RunLabels(run.purpose(), run.branch(), run.change(), "", Map.of(), Map.of());
        return request(
                project,
                RunRequest.of(RunScope.tests(tests))
                        .in(environment)
                        .labelled(labels)
                        .within(new RunLimits(null, run.workers(), null))
                        .from(new RunOrigin("rerun", null, null, null, run.id())),
                actor);
    }

    private List<String> keys(ProjectId project, Run run, Rerun which) {
        var outcomes = which == Rerun.ALL
                ? Arrays.stream(Outcome.values()).map(Enum::name).toList()
                : List.of(Outcome.FAILED.name(), Outcome.BROKEN.name());
        return jdbc.sql(TESTS)
                .param("month", run.month())
                .param("project", project.value())
                .param("run", run.id().value())
                .param("outcomes", outcomes)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private Run require(ProjectId project, RunId run) {
        return runs.find(project, run).orElseThrow();
    }
}
