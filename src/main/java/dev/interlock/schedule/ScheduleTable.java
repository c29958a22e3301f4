package dev.interlock.schedule;

import dev.interlock.plan.PlanKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of schedules and of their fire times. */
@Component
class ScheduleTable {
    private static final String COLUMNS = """
            select project_id, key, plan, cron, zone, overlap, missed, enabled, next_fire_at, queued_at, last_run, last_note,
                   version
              from schedule.schedule
            """;

    private static final String PUT = """
            insert into schedule.schedule (project_id, key, plan, cron, zone, overlap, missed, enabled, next_fire_at, made_by,
                   version)
            values (:project, :key, :plan, :cron, :zone, :overlap, :missed, :enabled, :next, :by, 1)
            on conflict (project_id, key) do update
               set plan = excluded.plan, cron = excluded.cron, zone = excluded.zone, overlap = excluded.overlap,
                   missed = excluded.missed, enabled = excluded.enabled, next_fire_at = excluded.next_fire_at,
                   queued_at = null, version = schedule.version + 1
            """;

    private static final String DUE = COLUMNS + """
             where enabled and (next_fire_at <= :now or queued_at is not null)
             order by next_fire_at
             limit 200
            """;

    private static final String SETTLE = """
            insert into schedule.fire_time (project_id, key, fire_at, run_id, reason, settled_at)
            values (:project, :key, :at, :run, :reason, :now)
            on conflict do nothing
            """;

    private static final String ADVANCE = """
            update schedule.schedule
               set next_fire_at = :next, queued_at = :queued, last_run = coalesce(:run, last_run), last_note = :note
             where project_id = :project and key = :key
            """;

    private static final String FIRED = """
            select fire_at, run_id, reason from schedule.fire_time
             where project_id = :project and key = :key
             order by fire_at desc
             limit 100
            """;

    /** A schedule with what only the timetable needs. */
    record Row(
            ProjectId project, Schedule schedule, @Nullable Instant queuedAt) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;

    ScheduleTable(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Schedule> all(ProjectId project) {
        return jdbc.sql(COLUMNS + " where project_id = :project order by key")
                .param("project", project.value())
                .query((row, n) -> row(row).schedule())
                .list();
    }

    Optional<Schedule> find(ProjectId project, ScheduleKey key) {
        return jdbc.sql(COLUMNS + " where project_id = :project and key = :key")
                .param("project", project.value())
                .param("key", key.value())
                .query((row, n) -> row(row).schedule())
                .optional();
    }

    List<Row> due(Instant now) {
        return jdbc.sql(DUE).param("now", at(now)).query((row, n) -> row(row)).list();
    }

    /** A schedule for this transaction alone; empty when another process has it. */
    Optional<Row> lock(ProjectId project, ScheduleKey key) {
        return jdbc.sql(COLUMNS + " where project_id = :project and key = :key for update skip locked")
                .param("project", project.value())
                .param("key", key.value())
                .query((row, n) -> row(row))
                .optional();
    }

    void put(ProjectId project, ScheduleKey key, ScheduleDraft draft, @Nullable Instant next, String by) {
        jdbc.sql(PUT)
                .param("project", project.value())
                .param("key", key.value())
                .param("plan", draft.plan().value())
                .param("cron", draft.cron().strip())
                .param("zone", draft.zone())
                .param("overlap", draft.overlap().name())
                .param("missed", draft.missed().name())
                .param("enabled", draft.enabled())
                .param("next", next == null ? null : at(next))
                .param("by", by)
                .update();
    }

    void delete(ProjectId project, ScheduleKey key) {
        jdbc.sql("delete from schedule.schedule where project_id = :project and key = :key")
                .param("project", project.value())
                .param("key", key.value())
                .update();
    }

    void deleteAll(ProjectId project) {
        jdbc.sql("delete from schedule.schedule where project_id = :project")
                .param("project", project.value())
                .update();
        jdbc.sql("delete from schedule.fire_time where project_id = :project")
                .param("project", project.value())
                .update();
    }

    void settle(Row row, Instant at, @Nullable RunId run, String reason) {
        jdbc.sql(SETTLE)
                .param("project", row.project().value())
                .param("key", row.schedule().key().value())
                .param("at", at(at))
                .param("run", run == null ? null : run.value())
                .param("reason", reason)
                .param("now", at(clock.instant()))
                .update();
    }

    void advance(Row row, @Nullable Instant next, @Nullable Instant queued, @Nullable RunId run, String note) {
        jdbc.sql(ADVANCE)
                .param("next", next == null ? null : at(next))
                .param("queued", queued == null ? null : at(queued))
                .param("run", run == null ? null : run.value())
                .param("note", note)
                .param("project", row.project().value())
                .param("key", row.schedule().key().value())
                .update();
    }

    /** Says why a schedule did not start; nothing else of it changes. */
    void note(Row row, String note) {
        jdbc.sql("update schedule.schedule set last_note = :note where project_id = :project and key = :key")
                .param("note", note)
                .param("project", row.project().value())
                .param("key", row.schedule().key().value())
                .update();
    }

    List<FireTime> fired(ProjectId project, ScheduleKey key) {
        return jdbc.sql(FIRED)
                .param("project", project.value())
                .param("key", key.value())
                .query((row, n) -> {
                    var run = row.getObject("run_id", UUID.class);
                    return new FireTime(
                            row.getTimestamp("fire_at").toInstant(),
                            run == null ? null : new RunId(run),
                            row.getString("reason"));
                })
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row) throws SQLException {
        var next = row.getTimestamp("next_fire_at");
        var queued = row.getTimestamp("queued_at");
        var run = row.getObject("last_run", UUID.class);
        var schedule = new Schedule(
                new ScheduleKey(row.getString("key")),
                new PlanKey(row.getString("plan")),
                row.getString("cron"),
                ZoneId.of(row.getString("zone")),
                Overlap.valueOf(row.getString("overlap")),
                Missed.valueOf(row.getString("missed")),
                row.getBoolean("enabled"),
                next == null ? null : next.toInstant(),
                run == null ? null : new RunId(run),
                row.getString("last_note"),
                row.getLong("version"));
        return new Row(new ProjectId(row.getLong("project_id")), schedule, queued == null ? null : queued.toInstant());
    }
}
