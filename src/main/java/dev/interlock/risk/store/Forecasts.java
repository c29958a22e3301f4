package dev.interlock.risk.store;

import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.RunRef;
import dev.interlock.platform.ProjectId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what was predicted of each test before its outcome is learned from; the last runs are kept. */
@Component
class Forecasts {
    static final int MOST_RUNS = 200;
    private static final String ADD_RUN = """
            insert into risk.forecast_run values (:project, :run, :at) on conflict do nothing
            """;
    private static final String FORGET = """
            with gone as (delete from risk.forecast_run
                           where project_id = :project
                             and run_id not in (select run_id from risk.forecast_run where project_id = :project
                                                 order by at desc, run_id limit :most)
                       returning run_id)
            delete from risk.forecast where project_id = :project and run_id in (select run_id from gone)
            """;
    private static final String ADD = """
            insert into risk.forecast
            select :project, :run, test, by_path, by_test, expected_ms, failed
              from unnest(:tests, :byPath, :byTest, :expectedMs, :failed)
                as row(test, by_path, by_test, expected_ms, failed)
                on conflict (project_id, run_id, test_key) do update
               set failed = risk.forecast.failed or excluded.failed
            """;
    private static final String LAST = """
            select forecast.run_id, by_path, by_test, expected_ms, failed
              from risk.forecast
              join (select run_id, at from risk.forecast_run where project_id = :project
                     order by at desc, run_id limit :runs) last on last.run_id = forecast.run_id
             where project_id = :project
             order by last.at, forecast.run_id, test_key
            """;
    private static final String SINCE = """
            select at from risk.forecast_run where project_id = :project order by at desc, run_id limit :runs
            """;

    private final JdbcClient jdbc;

    Forecasts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String test, @Nullable Double byPath, double byTest, double expectedMs, boolean failed) {}

    /**
     * @param byPath predicted from the hops of its paths, null without paths
     * @param byTest predicted from its own record
     */
    record Forecast(UUID run, @Nullable Double byPath, double byTest, double expectedMs, boolean failed) {}

    void add(
            ProjectId project,
            RunRef run,
            List<ItemOutcome> items,
            Map<String, Double> byPath,
            Map<String, TestTracks.Expected> byTest) {
        var isNew = jdbc.sql(ADD_RUN)
                        .param("project", project.value())
                        .param("run", run.id().value())
                        .param("at", Timestamp.from(run.startedAt()))
                        .update()
                > 0;
        var rows = Columns.of(rows(items, byPath, byTest));
        jdbc.sql(ADD)
                .param("project", project.value())
                .param("run", run.id().value())
                .param("tests", rows.texts(Row::test))
                .param("byPath", rows.rows().stream().map(Row::byPath).toArray(Double[]::new))
                .param("byTest", rows.numbers(Row::byTest))
                .param("expectedMs", rows.numbers(Row::expectedMs))
                .param("failed", rows.flags(Row::failed))
                .update();
        if (isNew) {
            jdbc.sql(FORGET)
                    .param("project", project.value())
                    .param("most", MOST_RUNS)
                    .update();
        }
    }

    /** Forecasts of the last runs, run by run. */
    List<Forecast> last(ProjectId project, int runs) {
        return jdbc.sql(LAST)
                .param("project", project.value())
                .param("runs", runs)
                .query((row, _) -> new Forecast(
                        row.getObject("run_id", UUID.class),
                        row.getObject("by_path", Double.class),
                        row.getDouble("by_test"),
                        row.getDouble("expected_ms"),
                        row.getBoolean("failed")))
                .list();
    }

    /** When the last runs were, newest first. */
    List<Instant> runs(ProjectId project, int runs) {
        return jdbc.sql(SINCE)
                .param("project", project.value())
                .param("runs", runs)
                .query((row, _) -> row.getTimestamp("at").toInstant())
                .list();
    }

    /** One row a test: it failed when any of its items did. */
    private static List<Row> rows(
            List<ItemOutcome> items, Map<String, Double> byPath, Map<String, TestTracks.Expected> byTest) {
        var failed = new LinkedHashMap<String, Boolean>();
        items.forEach(item -> failed.merge(
                item.testKey(), item.outcome() == Outcome.FAILED && !item.flakyInRun(), Boolean::logicalOr));
        return failed.entrySet().stream()
                .map(test -> {
                    var expected = byTest.getOrDefault(test.getKey(), TestTracks.Expected.UNKNOWN);
                    return new Row(
                            test.getKey(),
                            byPath.get(test.getKey()),
                            expected.probability(),
                            expected.ms(),
                            test.getValue());
                })
                .toList();
    }
}
