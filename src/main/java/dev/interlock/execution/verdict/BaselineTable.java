package dev.interlock.execution.verdict;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.execution.Baseline;
import dev.interlock.execution.Baseline.Kind;
import dev.interlock.execution.BaselineRules;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.store.RunTable;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.security.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps {@code execution.baseline}. */
@Component
class BaselineTable implements BaselineRules {
    private static final String FIND = """
            select kind, run_id from execution.baseline where project_id = :project and environment = :environment
            """;
    private static final String PUT = """
            insert into execution.baseline values (:project, :environment, :kind, :run)
                on conflict (project_id, environment) do update set kind = excluded.kind, run_id = excluded.run_id
            """;

    private final JdbcClient jdbc;
    private final RunTable runs;
    private final AuditLog audit;

    BaselineTable(JdbcClient jdbc, RunTable runs, AuditLog audit) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.audit = audit;
    }

    @Override
    public Baseline of(ProjectId project, EnvironmentKey environment) {
        return jdbc.sql(FIND)
                .param("project", project.value())
                .param("environment", environment.value())
                .query((row, _) -> baseline(row))
                .optional()
                .orElseGet(Baseline::passed);
    }

    @Override
    @Transactional
    public void set(ProjectId project, EnvironmentKey environment, Baseline baseline, Actor actor) {
        var pinned = baseline.kind() == Kind.PINNED ? pinned(project, environment, baseline.run()) : null;
        var before = words(project, of(project, environment));
        jdbc.sql(PUT)
                .param("project", project.value())
                .param("environment", environment.value())
                .param("kind", baseline.kind().name())
                .param("run", pinned == null ? null : pinned.id().value())
                .update();
        var after = pinned == null ? baseline.kind().name() : pinned.key();
        audit.record(project, actor, "baseline.set", environment.value(), before, after);
    }

    private Run pinned(ProjectId project, EnvironmentKey environment, @Nullable RunId id) {
        if (id == null) {
            throw RunProblem.BASELINE_IS_WRONG.because("A pinned baseline needs a run.");
        }
        var run = runs.find(project, id)
                .orElseThrow(() -> RunProblem.RUN_IS_UNKNOWN.because("There is no run " + id + " in this project."));
        if (!run.state().isOver() || !run.evidence() || !environment.equals(run.environment())) {
            throw RunProblem.BASELINE_IS_WRONG.because(
                    run.key() + " is not a run of " + environment + " that is over and gave evidence.");
        }
        return run;
    }

    private String words(ProjectId project, Baseline baseline) {
        var id = baseline.run();
        return id == null
                ? baseline.kind().name()
                : runs.find(project, id).map(Run::key).orElse("a run that is gone");
    }

    private static Baseline baseline(ResultSet row) throws SQLException {
        var run = row.getObject("run_id", UUID.class);
        return new Baseline(Kind.valueOf(row.getString("kind")), run == null ? null : new RunId(run));
    }
}
