package dev.interlock.schedule.trigger;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.plan.PlanKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.schedule.Overlap;
import dev.interlock.schedule.Trigger;
import dev.interlock.schedule.TriggerDraft;
import dev.interlock.schedule.TriggerEvent;
import dev.interlock.schedule.TriggerFilter;
import dev.interlock.schedule.TriggerKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of triggers. */
@Component
class TriggerTable {
    private static final String COLUMNS = """
            select key, event, services, environment, branch, breaking_only, failed_only, plan, run_environment, debounce_ms,
                   overlap, enabled, last_run, version,
                   (select count(*) from schedule.heard
                     where heard.project_id = trigger.project_id and heard.key = trigger.key) as waiting
              from schedule.trigger
             where project_id = :project
            """;

    private static final String PUT = """
            insert into schedule.trigger (project_id, key, event, services, environment, branch, breaking_only, failed_only,
                   plan, run_environment, debounce_ms, overlap, enabled, made_by, version)
            values (:project, :key, :event, :services, :environment, :branch, :breaking, :failed, :plan, :runEnvironment,
                   :debounce, :overlap, :enabled, :by, 1)
            on conflict (project_id, key) do update
               set event = excluded.event, services = excluded.services, environment = excluded.environment,
                   branch = excluded.branch, breaking_only = excluded.breaking_only, failed_only = excluded.failed_only,
                   plan = excluded.plan, run_environment = excluded.run_environment, debounce_ms = excluded.debounce_ms,
                   overlap = excluded.overlap, enabled = excluded.enabled, version = trigger.version + 1
            """;

    private final JdbcClient jdbc;

    TriggerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Trigger> all(ProjectId project) {
        return jdbc.sql(COLUMNS + " order by key")
                .param("project", project.value())
                .query((row, n) -> trigger(row))
                .list();
    }

    Optional<Trigger> find(ProjectId project, TriggerKey key) {
        return jdbc.sql(COLUMNS + " and key = :key")
                .param("project", project.value())
                .param("key", key.value())
                .query((row, n) -> trigger(row))
                .optional();
    }

    /** A trigger for this transaction alone; empty when another process has it. */
    Optional<Trigger> lock(ProjectId project, TriggerKey key) {
        return jdbc.sql(COLUMNS + " and key = :key for update skip locked")
                .param("project", project.value())
                .param("key", key.value())
                .query((row, n) -> trigger(row))
                .optional();
    }

    /** The enabled triggers of an event. */
    List<Trigger> listening(ProjectId project, TriggerEvent event) {
        return jdbc.sql(COLUMNS + " and event = :event and enabled order by key")
                .param("project", project.value())
                .param("event", event.name())
                .query((row, n) -> trigger(row))
                .list();
    }

    void put(ProjectId project, TriggerKey key, TriggerDraft draft, String by) {
        var plan = draft.plan();
        var environment = draft.environment();
        var services = draft.filter().services().stream().map(ServiceKey::value).toArray(String[]::new);
        jdbc.sql(PUT)
                .param("project", project.value())
                .param("key", key.value())
                .param("event", draft.event().name())
                .param("services", services)
                .param("environment", draft.filter().environment())
                .param("branch", draft.filter().branch())
                .param("breaking", draft.filter().breakingOnly())
                .param("failed", draft.filter().failedOnly())
                .param("plan", plan == null ? null : plan.value())
                .param("runEnvironment", environment == null ? null : environment.value())
                .param("debounce", draft.debounce().toMillis())
                .param("overlap", draft.overlap().name())
                .param("enabled", draft.enabled())
                .param("by", by)
                .update();
    }

    void ran(ProjectId project, TriggerKey key, RunId run) {
        jdbc.sql("update schedule.trigger set last_run = :run where project_id = :project and key = :key")
                .param("run", run.value())
                .param("project", project.value())
                .param("key", key.value())
                .update();
    }

    void delete(ProjectId project, TriggerKey key) {
        for (var table : List.of("trigger", "heard", "firing", "hook_taken")) {
            jdbc.sql("delete from schedule." + table + " where project_id = :project and key = :key")
                    .param("project", project.value())
                    .param("key", key.value())
                    .update();
        }
    }

    void deleteAll(ProjectId project) {
        for (var table : List.of("trigger", "heard", "firing", "hook_taken", "ready_integration", "ready_look")) {
            jdbc.sql("delete from schedule." + table + " where project_id = :project")
                    .param("project", project.value())
                    .update();
        }
    }

    private static Trigger trigger(ResultSet row) throws SQLException {
        var plan = row.getString("plan");
        var environment = row.getString("run_environment");
        var run = row.getObject("last_run", UUID.class);
        var draft = new TriggerDraft(
                TriggerEvent.valueOf(row.getString("event")),
                filter(row),
                plan == null ? null : new PlanKey(plan),
                environment == null ? null : new EnvironmentKey(environment),
                Duration.ofMillis(row.getLong("debounce_ms")),
                Overlap.valueOf(row.getString("overlap")),
                row.getBoolean("enabled"));
        return new Trigger(
                new TriggerKey(row.getString("key")),
                draft,
                run == null ? null : new RunId(run),
                row.getInt("waiting"),
                row.getLong("version"));
    }

    private static TriggerFilter filter(ResultSet row) throws SQLException {
        var services = (String[]) row.getArray("services").getArray();
        return new TriggerFilter(
                Arrays.stream(services).map(ServiceKey::new).toList(),
                row.getString("environment"),
                row.getString("branch"),
                row.getBoolean("breaking_only"),
                row.getBoolean("failed_only"));
    }
}
