package dev.interlock.schedule.trigger;

import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.schedule.Firing;
import dev.interlock.schedule.TriggerKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What triggers heard and what became of it. */
@Component
class HeardTable {
    private static final int MOST_WAITING = 1_000;
    private static final int FIRINGS_KEPT = 200;

    private static final String HEAR = """
            insert into schedule.heard (project_id, key, heard_at, cause, service, version, environment, branch)
            select :project, :key, :now, :cause, :service, :version, :environment, :branch
             where (select count(*) from schedule.heard where project_id = :project and key = :key) < :most
            """;

    private static final String DUE = """
            select trigger.project_id, trigger.key
              from schedule.trigger
              join schedule.heard on heard.project_id = trigger.project_id and heard.key = trigger.key
             group by trigger.project_id, trigger.key, trigger.debounce_ms
            having max(heard_at) <= cast(:now as timestamptz) - trigger.debounce_ms * interval '1 millisecond'
                or min(heard_at) <= cast(:now as timestamptz) - 10 * trigger.debounce_ms * interval '1 millisecond'
             order by min(heard_at)
             limit 200
            """;

    private static final String WAITING = """
            select id, heard_at, cause, service, version, environment, branch
              from schedule.heard
             where project_id = :project and key = :key
             order by id
            """;

    private static final String SETTLE = """
            insert into schedule.firing (project_id, key, fired_at, news, cause, run_id, reason)
            values (:project, :key, :now, :news, :cause, :run, :reason)
            """;

    private static final String FORGET_OLD = """
            delete from schedule.firing
             where project_id = :project and key = :key
               and id <= (select id from schedule.firing
                           where project_id = :project and key = :key order by id desc offset :kept limit 1)
            """;

    private static final String FIRINGS = "select fired_at, news, cause, run_id, reason from schedule.firing"
            + " where project_id = :project %s order by id desc limit " + FIRINGS_KEPT;

    private static final String STARTED_BY_A_RUN = """
            select exists (select 1 from schedule.firing
                             join schedule.trigger using (project_id, key)
                            where run_id = :run and project_id = :project and event = 'RUN_FINISHED')
            """;

    /** A trigger whose debounce is over. */
    record Due(ProjectId project, TriggerKey key) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;

    HeardTable(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void hear(ProjectId project, TriggerKey key, News news) {
        jdbc.sql(HEAR)
                .param("project", project.value())
                .param("key", key.value())
                .param("now", now())
                .param("cause", news.cause())
                .param("service", news.service())
                .param("version", news.version())
                .param("environment", news.environment())
                .param("branch", news.branch())
                .param("most", MOST_WAITING)
                .update();
    }

    List<Due> due() {
        return jdbc.sql(DUE)
                .param("now", now())
                .query((row, n) ->
                        new Due(new ProjectId(row.getLong("project_id")), new TriggerKey(row.getString("key"))))
                .list();
    }

    List<Heard> waiting(ProjectId project, TriggerKey key) {
        return jdbc.sql(WAITING)
                .param("project", project.value())
                .param("key", key.value())
                .query((row, n) -> heard(row))
                .list();
    }

    void forget(ProjectId project, List<Heard> settled) {
        jdbc.sql("delete from schedule.heard where project_id = :project and id = any(:ids)")
                .param("project", project.value())
                .param("ids", settled.stream().map(Heard::id).toArray(Long[]::new))
                .update();
    }

    void settle(ProjectId project, TriggerKey key, int news, String cause, @Nullable RunId run, String reason) {
        jdbc.sql(SETTLE)
                .param("project", project.value())
                .param("key", key.value())
                .param("now", now())
                .param("news", news)
                .param("cause", cause)
                .param("run", run == null ? null : run.value())
                .param("reason", reason)
                .update();
        jdbc.sql(FORGET_OLD)
                .param("project", project.value())
                .param("key", key.value())
                .param("kept", FIRINGS_KEPT)
                .update();
    }

    List<Firing> firings(ProjectId project) {
        return jdbc.sql(FIRINGS.formatted(""))
                .param("project", project.value())
                .query((row, n) -> firing(row))
                .list();
    }

    List<Firing> firings(ProjectId project, TriggerKey key) {
        return jdbc.sql(FIRINGS.formatted("and key = :key"))
                .param("project", project.value())
                .param("key", key.value())
                .query((row, n) -> firing(row))
                .list();
    }

    /** Whether a trigger that listens to runs started this run. */
    boolean startedByARun(ProjectId project, RunId run) {
        return jdbc.sql(STARTED_BY_A_RUN)
                .param("project", project.value())
                .param("run", run.value())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Heard heard(ResultSet row) throws SQLException {
        return new Heard(
                row.getLong("id"),
                instant(row, "heard_at"),
                row.getString("cause"),
                row.getString("service"),
                row.getString("version"),
                row.getString("environment"),
                row.getString("branch"));
    }

    private static Firing firing(ResultSet row) throws SQLException {
        var run = row.getObject("run_id", UUID.class);
        return new Firing(
                instant(row, "fired_at"),
                row.getInt("news"),
                row.getString("cause"),
                run == null ? null : new RunId(run),
                row.getString("reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
