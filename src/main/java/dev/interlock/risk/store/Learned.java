package dev.interlock.risk.store;

import dev.interlock.platform.ProjectId;
import dev.interlock.risk.fault.FaultModel;
import dev.interlock.risk.fault.Lessons;
import dev.interlock.risk.fault.Memory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what a project taught: its lessons, the noise of its tests, and failures that nothing has explained yet. */
@Component
class Learned {
    private static final String LESSONS = "select state from risk.lessons where project_id = :project";
    private static final String SAVE_LESSONS = """
            insert into risk.lessons values (:project, cast(:state as jsonb))
                on conflict (project_id) do update set state = excluded.state
            """;
    private static final String FAILURES = "select state from risk.open_failure where project_id = :project";
    private static final String SAVE_FAILURE = """
            insert into risk.open_failure
            select :project, failure ->> 'path', failure from jsonb_array_elements(cast(:rows as jsonb)) failure
                on conflict (project_id, path_key) do update set state = excluded.state
            """;
    private static final String CLOSE_FAILURE =
            "delete from risk.open_failure where project_id = :project and path_key in (:paths)";
    private static final String TESTS = """
            select test_key, runs, false_alarms from risk.test_noise
             where project_id = :project and test_key = any(:tests)
            """;
    private static final String SAVE_TEST = """
            insert into risk.test_noise
            select :project, test, runs, false_alarms
              from unnest(:tests, :runs, :falseAlarms) as noise(test, runs, false_alarms)
                on conflict (project_id, test_key) do update
               set runs = excluded.runs, false_alarms = excluded.false_alarms
            """;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final JdbcClient jdbc;

    Learned(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the project taught so far. */
    Lessons lessons(ProjectId project) {
        return state(project)
                .map(state -> Lessons.of(MAPPER.readValue(state, Lessons.Memory.class)))
                .orElseGet(Lessons::none);
    }

    void restoreFailures(ProjectId project, FaultModel model) {
        jdbc.sql(FAILURES)
                .param("project", project.value())
                .query(String.class)
                .list()
                .forEach(state -> model.restore(MAPPER.readValue(state, Memory.OfFailure.class)));
    }

    void restoreTests(ProjectId project, FaultModel model, Collection<String> tests) {
        if (tests.isEmpty()) {
            return;
        }
        jdbc.sql(TESTS)
                .param("project", project.value())
                .param("tests", tests.toArray(String[]::new))
                .query((row, _) -> new Memory.OfTest(
                        row.getString("test_key"), row.getDouble("runs"), row.getDouble("false_alarms")))
                .list()
                .forEach(model::restore);
    }

    void save(ProjectId project, FaultModel model) {
        jdbc.sql(SAVE_LESSONS)
                .param("project", project.value())
                .param("state", MAPPER.writeValueAsString(model.lessons().memory()))
                .update();
        save(project, Columns.of(model.changedTests()));
        var failures = model.changedFailures();
        saveFailures(
                project, failures.values().stream().flatMap(Optional::stream).toList());
        var closed = failures.entrySet().stream()
                .filter(failure -> failure.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!closed.isEmpty()) {
            jdbc.sql(CLOSE_FAILURE)
                    .param("project", project.value())
                    .param("paths", closed)
                    .update();
        }
    }

    private void save(ProjectId project, Columns<Memory.OfTest> tests) {
        if (!tests.rows().isEmpty()) {
            jdbc.sql(SAVE_TEST)
                    .param("project", project.value())
                    .param("tests", tests.texts(Memory.OfTest::test))
                    .param("runs", tests.numbers(Memory.OfTest::runs))
                    .param("falseAlarms", tests.numbers(Memory.OfTest::falseAlarms))
                    .update();
        }
    }

    private void saveFailures(ProjectId project, List<Memory.OfFailure> failures) {
        if (!failures.isEmpty()) {
            jdbc.sql(SAVE_FAILURE)
                    .param("project", project.value())
                    .param("rows", MAPPER.writeValueAsString(failures))
                    .update();
        }
    }

    private Optional<String> state(ProjectId project) {
        return jdbc.sql(LESSONS)
                .param("project", project.value())
                .query((row, n) -> row.getString(1))
                .optional();
    }
}
