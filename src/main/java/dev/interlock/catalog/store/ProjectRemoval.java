package dev.interlock.catalog.store;

import dev.interlock.security.ProjectDeleted;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the rows of a project along when it is deleted. */
@Component
class ProjectRemoval {
    private static final List<String> TABLES = List.of(
            "observed_path_day",
            "observed_path",
            "observed_operation",
            "observed_day",
            "observed_service",
            "target_check",
            "environment",
            "path_service",
            "integration_path",
            "requirement",
            "integration",
            "deployed",
            "deployment",
            "service_version",
            "interface_change",
            "interface_operation",
            "interface_revision",
            "service");

    private final JdbcClient jdbc;

    ProjectRemoval(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void removed(ProjectDeleted news) {
        for (var table : TABLES) {
            jdbc.sql("delete from catalog." + table + " where project_id = :project")
                    .param("project", news.project().value())
                    .update();
        }
    }
}
