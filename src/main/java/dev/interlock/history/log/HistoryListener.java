package dev.interlock.history.log;

import dev.interlock.catalog.Deployed;
import dev.interlock.catalog.PathDeleted;
import dev.interlock.security.ProjectDeleted;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps history in step with the catalog, and forgets projects that are gone. */
@Component
class HistoryListener {
    private static final String CHANGED = """
            insert into history.service_change as known
            values (:project, :environment, :service, :version, :at)
                on conflict (project_id, environment, service) do update
               set version = excluded.version, changed_at = excluded.changed_at
             where known.version <> excluded.version and known.changed_at <= excluded.changed_at
            """;
    private static final List<String> TABLES = List.of(
            "result",
            "run",
            "test",
            "test_state",
            "hour_count",
            "day_count",
            "test_day",
            "path_test",
            "path_state",
            "service_change",
            "problem",
            "problem_test",
            "problem_run",
            "problem_path",
            "quarantine");
    private static final List<String> OF_PATHS = List.of("path_test", "path_state", "problem_path");

    private final JdbcClient jdbc;

    HistoryListener(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(Deployed news) {
        jdbc.sql(CHANGED)
                .param("project", news.project().value())
                .param("environment", news.environment().value())
                .param("service", news.service().value())
                .param("version", news.version())
                .param("at", Timestamp.from(news.at()))
                .update();
    }

    @EventListener
    void on(PathDeleted news) {
        OF_PATHS.forEach(
                table -> jdbc.sql("delete from history." + table + " where project_id = :project and path_key = :path")
                        .param("project", news.project().value())
                        .param("path", news.path().value())
                        .update());
    }

    @EventListener
    void on(ProjectDeleted news) {
        TABLES.forEach(table -> jdbc.sql("delete from history." + table + " where project_id = :project")
                .param("project", news.project().value())
                .update());
    }
}
