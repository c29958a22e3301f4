package dev.interlock.execution.store;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Counts;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunState;
import dev.interlock.history.Purpose;
import dev.interlock.history.RunRef;
import dev.interlock.plan.PlanKey;
import dev.interlock.plan.Verdict;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The rows of runs. */
@Component
public class RunTable {
    private static final String COLUMNS = """
            select id, project_id, number, month, state, verdict, purpose, branch, change, environment, evidence, plan,
                   trigger, note, requested_by, requested_at, started_at, finished_at, expected_ms, workers, versions,
                   rerun_of, passed, failed, broken, blocked, skipped, cancelled, flaky, total, risk_covered, risk_left,
                   last_event, stop_on_failures
              from execution.run
            """;

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A run by its id. */
    public Optional<Run> find(ProjectId project, RunId run) {
        return jdbc.sql(COLUMNS + " where project_id = :project and id = :run")
                .param("project", project.value())
                .param("run", run.value())
                .query((row, n) -> run(row))
                .optional();
    }

    /** A run by its number. */
    public Optional<Run> find(ProjectId project, long number) {
        return jdbc.sql(COLUMNS + " where project_id = :project and number = :number")
                .param("project", project.value())
                .param("number", number)
                .query((row, n) -> run(row))
                .optional();
    }

    /** A run by its id, locked until the transaction ends. */
    public Optional<RunHead> lock(ProjectId project, RunId run) {
        return jdbc.sql(COLUMNS + " where project_id = :project and id = :run for update")
                .param("project", project.value())
                .param("run", run.value())
                .query((row, n) -> head(row))
                .optional();
    }

    /** Runs that hold a condition, newest first; the condition is ours, its values are parameters. */
    public List<Run> where(ProjectId project, String condition, Map<String, ?> values, int limit) {
        return jdbc.sql(COLUMNS + " where project_id = :project and " + condition
                        + " order by number desc limit :limit")
                .param("project", project.value())
                .params(values)
                .param("limit", limit)
                .query((row, n) -> run(row))
                .list();
    }

    /** Moves a run on, when it stands at one of these; false when another was quicker. */
    public boolean move(ProjectId project, RunId run, Set<RunState> from, RunState to) {
        if (!from.stream().allMatch(state -> state.mayBecome(to))) {
            throw new IllegalArgumentException("A run does not go from each of " + from + " to " + to);
        }
        return jdbc.sql("""
                        update execution.run set state = :to
                         where project_id = :project and id = :run and state = any (:from::text[]) and finished_at is null
                        """)
                        .param("project", project.value())
                        .param("run", run.value())
                        .param("from", from.stream().map(RunState::name).toArray(String[]::new))
                        .param("to", to.name())
                        .update()
                == 1;
    }

    /** Stops sending more items of a run, for a reason told to people. */
    public void stop(ProjectId project, RunId run, String reason) {
        jdbc.sql("""
                        update execution.run set stopping = :reason
                         where project_id = :project and id = :run and stopping is null
                        """)
                .param("project", project.value())
                .param("run", run.value())
                .param("reason", reason)
                .update();
    }

    /** Why no more items are sent; empty while they are. */
    public Optional<String> stopping(ProjectId project, RunId run) {
        return jdbc.sql(
                        "select stopping from execution.run where project_id = :project and id = :run and stopping is not null")
                .param("project", project.value())
                .param("run", run.value())
                .query(String.class)
                .optional();
    }

    private static RunHead head(ResultSet row) throws SQLException {
        var run = run(row);
        return new RunHead(
                run.id(),
                run.state(),
                run.finishedAt() != null,
                reference(run),
                row.getObject("stop_on_failures", Integer.class),
                run.counts().faults());
    }

    /** How history knows a run. */
    public static RunRef reference(Run run) {
        var started = run.startedAt();
        return new RunRef(
                run.id(),
                run.number(),
                run.month(),
                run.purpose(),
                run.branch(),
                run.environment(),
                run.evidence(),
                run.plan() == null ? null : run.plan().value(),
                run.versions(),
                started == null ? run.requestedAt() : started);
    }

    private static Run run(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        var environment = row.getString("environment");
        var plan = row.getString("plan");
        var rerunOf = row.getObject("rerun_of", UUID.class);
        return new Run(
                new RunId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                row.getObject("month", LocalDate.class),
                RunState.valueOf(row.getString("state")),
                verdict == null ? null : Verdict.valueOf(verdict),
                counts(row),
                row.getObject("risk_covered", Double.class),
                row.getObject("risk_left", Double.class),
                versions(row.getString("versions")),
                environment == null ? null : new EnvironmentKey(environment),
                row.getBoolean("evidence"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("branch"),
                row.getString("change"),
                plan == null ? null : new PlanKey(plan),
                Json.read(row.getString("requested_by"), Actor.class),
                row.getString("trigger"),
                Times.instant(row, "requested_at"),
                Times.instantOrNull(row, "started_at"),
                Times.instantOrNull(row, "finished_at"),
                Duration.ofMillis(row.getLong("expected_ms")),
                row.getInt("workers"),
                row.getString("note"),
                rerunOf == null ? null : new RunId(rerunOf),
                row.getLong("last_event"));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt("passed"),
                row.getInt("failed"),
                row.getInt("broken"),
                row.getInt("blocked"),
                row.getInt("skipped"),
                row.getInt("cancelled"),
                row.getInt("flaky"),
                row.getInt("total"));
    }

    private static Map<ServiceKey, String> versions(String json) {
        var versions = new TreeMap<ServiceKey, String>();
        Json.read(json, new TypeReference<Map<String, String>>() {})
                .forEach((service, version) -> versions.put(new ServiceKey(service), version));
        return versions;
    }
}
