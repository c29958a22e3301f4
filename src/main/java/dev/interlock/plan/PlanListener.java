package dev.interlock.plan;

import dev.interlock.security.ProjectDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets projects that are gone. */
@Component
class PlanListener {
    private final JdbcClient jdbc;

    PlanListener(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(ProjectDeleted news) {
        jdbc.sql("delete from plan.plan where project_id = :project")
                .param("project", news.project().value())
                .update();
    }
}
