package dev.interlock.catalog.store;

import dev.interlock.platform.ProjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets one writer at a time change the catalog of a project, so that limits and references hold. */
@Component
public class ProjectLock {
    private static final String LOCK = "select pg_advisory_xact_lock(7020, :project)";

    private final JdbcClient jdbc;

    ProjectLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for the lock; the end of the transaction gives it back. */
    public void hold(ProjectId project) {
        jdbc.sql(LOCK)
                .param("project", (int) project.value())
                .query((row, number) -> 1)
                .list();
    }
}
