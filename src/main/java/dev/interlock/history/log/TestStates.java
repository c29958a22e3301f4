package dev.interlock.history.log;

import dev.interlock.platform.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code history.test_state}. Callers hold the lock of the project. */
@Component
class TestStates {
    private static final String LOAD = """
            select test, run, outcome, finished_at, passed_run, passed_at, strip, took_ms, passed_ms,
                   verdict, verdict_revision, verdict_versions, verdict_at
              from history.test_state
             where project_id = :project and environment = :environment and test in (:tests)
            """;
    private static final String SAVE = """
            insert into history.test_state
            select :project, :environment, test, run, outcome, finished_at, passed_run, passed_at, strip, took_ms,
                   passed_ms, verdict, verdict_revision, verdict_versions, verdict_at
              from jsonb_to_recordset(cast(:rows as jsonb)) as mine (test integer, run bigint, outcome "char",
                   finished_at timestamptz, passed_run bigint, passed_at timestamptz, strip text, took_ms integer,
                   passed_ms integer[], verdict "char", verdict_revision integer, verdict_versions text,
                   verdict_at timestamptz)
                on conflict (project_id, environment, test) do update
               set run = excluded.run, outcome = excluded.outcome, finished_at = excluded.finished_at,
                   passed_run = excluded.passed_run, passed_at = excluded.passed_at, strip = excluded.strip,
                   took_ms = excluded.took_ms, passed_ms = excluded.passed_ms, verdict = excluded.verdict,
                   verdict_revision = excluded.verdict_revision, verdict_versions = excluded.verdict_versions,
                   verdict_at = excluded.verdict_at
            """;

    private final JdbcClient jdbc;

    TestStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Integer, TestState> load(ProjectId project, String environment, Collection<Integer> tests) {
        var states = new HashMap<Integer, TestState>();
        jdbc.sql(LOAD)
                .param("project", project.value())
                .param("environment", environment)
                .param("tests", tests)
                .query(TestStates::state)
                .list()
                .forEach(state -> states.put(state.test(), state));
        return states;
    }

    void save(ProjectId project, String environment, Collection<TestState> states) {
        jdbc.sql(SAVE)
                .param("project", project.value())
                .param("environment", environment)
                .param("rows", JsonRows.of(List.copyOf(states)))
                .update();
    }

    private static TestState state(ResultSet row, int number) throws SQLException {
        var verdict = row.getString("verdict");
        return new TestState(
                row.getInt("test"),
                row.getLong("run"),
                row.getString("outcome").charAt(0),
                row.getTimestamp("finished_at").toInstant(),
                row.getObject("passed_run", Long.class),
                instant(row.getTimestamp("passed_at")),
                row.getString("strip"),
                row.getInt("took_ms"),
                List.of((Integer[]) row.getArray("passed_ms").getArray()),
                verdict == null ? null : verdict.charAt(0),
                row.getInt("verdict_revision"),
                row.getString("verdict_versions"),
                instant(row.getTimestamp("verdict_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
