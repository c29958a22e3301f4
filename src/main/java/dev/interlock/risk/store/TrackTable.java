package dev.interlock.risk.store;

import dev.interlock.platform.ProjectId;
import dev.interlock.risk.ContextPool;
import dev.interlock.risk.TestTrack;
import dev.interlock.risk.store.TestTracks.Track;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what the estimator remembers. */
@Component
class TrackTable {
    private static final String POOL = """
            select values_ from risk.pool where project_id = :project and environment = :environment
            """;
    private static final String SAVE_POOL = """
            insert into risk.pool values (:project, :environment,
                   array(select cast(one as double precision) from jsonb_array_elements_text(cast(:values as jsonb)) one))
                on conflict (project_id, environment) do update set values_ = excluded.values_
            """;
    private static final String ADD_RUN = """
            insert into risk.pool_run values (:project, :environment, :run) on conflict do nothing
            """;
    private static final String COLUMNS = "test_key, run_id, verdict, took_ms, before, now, last_at";
    private static final String LOAD = "select " + COLUMNS + """
             from risk.test_track
             where project_id = :project and environment = :environment and test_key = any(:tests)
            """;
    private static final String USUAL = """
            select percentile_cont(.5) within group (order by now[7]) filter (where now[7] > 0) as ms,
                   coalesce(sum(now[8]), 0) as mixed, coalesce(sum(now[9]), 0) as failing
              from risk.test_track
             where project_id = :project and environment = :environment
            """;
    private static final int NUMBERS = 9;
    private static final String SAVE = """
            insert into risk.test_track
            select :project, :environment, test_key, cast(run_id as uuid), verdict, took_ms,
                   (cast(:before as double precision[]))[:numbers * (n - 1) + 1 : :numbers * n],
                   (cast(:now as double precision[]))[:numbers * (n - 1) + 1 : :numbers * n],
                   cast(last_at as timestamptz)
              from unnest(:tests, :runs, :verdicts, :took, :lastAt) with ordinality
                as mine(test_key, run_id, verdict, took_ms, last_at, n)
             order by test_key
                on conflict (project_id, environment, test_key) do update
               set run_id = excluded.run_id, verdict = excluded.verdict, took_ms = excluded.took_ms,
                   before = excluded.before, now = excluded.now, last_at = excluded.last_at
            """;

    private final JdbcClient jdbc;

    /**
     * What is usual for tests.
     *
     * @param medianMs median of their expected times, of those that have one
     * @param flakiness share of failing runs, 0..1, that turned out mixed
     */
    record Usual(Optional<Double> medianMs, double flakiness) {}

    TrackTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ContextPool pool(ProjectId project, String environment) {
        return jdbc.sql(POOL)
                .param("project", project.value())
                .param("environment", environment)
                .query((row, _) -> ContextPool.of(doubles(row, "values_")))
                .optional()
                .orElseGet(ContextPool::empty);
    }

    /** Whether nothing of the run was counted before; counts it. */
    boolean isNew(ProjectId project, String environment, UUID run) {
        return jdbc.sql(ADD_RUN)
                        .param("project", project.value())
                        .param("environment", environment)
                        .param("run", run)
                        .update()
                > 0;
    }

    Map<String, Track> load(ProjectId project, String environment, Collection<String> tests) {
        return byTest(jdbc.sql(LOAD)
                .param("project", project.value())
                .param("environment", environment)
                .param("tests", tests.toArray(String[]::new))
                .query((row, _) -> track(row))
                .list());
    }

    /** What the tests of an environment do together. */
    Usual usual(ProjectId project, String environment) {
        return jdbc.sql(USUAL)
                .param("project", project.value())
                .param("environment", environment)
                .query((row, _) -> new Usual(
                        Optional.ofNullable(row.getObject("ms", Double.class)),
                        share(row.getDouble("mixed"), row.getDouble("failing"))))
                .single();
    }

    private static double share(double mixed, double failing) {
        return failing == 0 ? 0 : mixed / failing;
    }

    void save(ProjectId project, String environment, ContextPool pool, List<Track> tracks) {
        jdbc.sql(SAVE_POOL)
                .param("project", project.value())
                .param("environment", environment)
                .param("values", JsonMapper.shared().writeValueAsString(pool.values()))
                .update();
        save(project, environment, Columns.of(tracks));
    }

    private void save(ProjectId project, String environment, Columns<Track> tracks) {
        jdbc.sql(SAVE)
                .param("project", project.value())
                .param("environment", environment)
                .param("numbers", NUMBERS)
                .param("tests", tracks.texts(Track::test))
                .param("runs", tracks.texts(track -> track.run().toString()))
                .param("verdicts", tracks.numbers(Track::verdict))
                .param("took", tracks.numbers(Track::tookMs))
                .param("lastAt", tracks.texts(track -> track.lastAt().toString()))
                .param("before", values(tracks, Track::before))
                .param("now", values(tracks, Track::now))
                .update();
    }

    /** Forgets an environment, so that it can be learnt again. */
    void clear(ProjectId project, String environment) {
        for (var table : List.of("pool", "pool_run", "test_track")) {
            jdbc.sql("delete from risk." + table + " where project_id = :project and environment = :environment")
                    .param("project", project.value())
                    .param("environment", environment)
                    .update();
        }
    }

    private static Map<String, Track> byTest(List<Track> tracks) {
        var byTest = new HashMap<String, Track>();
        tracks.forEach(track -> byTest.put(track.test(), track));
        return byTest;
    }

    private static Double[] values(Columns<Track> tracks, Function<Track, TestTrack> which) {
        return tracks.rows().stream()
                .flatMap(track -> values(which.apply(track)).stream())
                .toArray(Double[]::new);
    }

    private static List<Double> values(TestTrack track) {
        return List.of(
                track.failures(),
                track.results(),
                (double) track.runs(),
                (double) track.fails(),
                (double) track.gap(),
                (double) track.streak(),
                track.tookMs(),
                track.mixed(),
                track.failing());
    }

    private static Track track(ResultSet row) throws SQLException {
        return new Track(
                row.getString("test_key"),
                row.getObject("run_id", UUID.class),
                row.getDouble("verdict"),
                row.getDouble("took_ms"),
                testTrack(doubles(row, "before")),
                testTrack(doubles(row, "now")),
                row.getTimestamp("last_at").toInstant());
    }

    private static TestTrack testTrack(double[] v) {
        return new TestTrack(v[0], v[1], (int) v[2], (int) v[3], (int) v[4], (int) v[5], v[6], v[7], v[8]);
    }

    private static double[] doubles(ResultSet row, String column) throws SQLException {
        var boxed = (Double[]) row.getArray(column).getArray();
        var values = new double[boxed.length];
        for (var i = 0; i < boxed.length; i++) {
            values[i] = boxed[i];
        }
        return values;
    }
}
