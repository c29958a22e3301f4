package dev.interlock.testcase.store;

import dev.interlock.catalog.InterfaceImported;
import dev.interlock.catalog.PathChanged;
import dev.interlock.catalog.PathDeleted;
import dev.interlock.catalog.ServiceChanged;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.ProjectDeleted;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps test cases in step with services, interfaces and paths, and forgets projects that are gone. */
@Component
class CatalogNews {
    private static final List<String> TABLES = List.of("coverage", "call", "source", "revision", "test_case", "suite");

    private final RevisionTable revisions;
    private final TestCaseWriter writer;
    private final CoverageBook coverage;
    private final JdbcClient jdbc;

    CatalogNews(RevisionTable revisions, TestCaseWriter writer, CoverageBook coverage, JdbcClient jdbc) {
        this.revisions = revisions;
        this.writer = writer;
        this.coverage = coverage;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(InterfaceImported news) {
        judge(news.project(), news.service());
    }

    @EventListener
    void on(ServiceChanged news) {
        judge(news.project(), news.service());
    }

    @EventListener
    void on(PathChanged news) {
        coverage.renew(news.project(), news.path());
    }

    @EventListener
    void on(PathDeleted news) {
        coverage.drop(news.project(), news.path());
    }

    @EventListener
    void on(ProjectDeleted news) {
        TABLES.forEach(table -> jdbc.sql("delete from testcase." + table + " where project_id = :project")
                .param("project", news.project().value())
                .update());
    }

    private void judge(ProjectId project, ServiceKey service) {
        revisions.meaning(project, service).forEach(test -> writer.judge(project, test));
    }
}
