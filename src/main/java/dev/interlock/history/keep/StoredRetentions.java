package dev.interlock.history.keep;

import dev.interlock.history.HistoryProblem;
import dev.interlock.history.Retention;
import dev.interlock.history.Retentions;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Project;
import dev.interlock.security.Projects;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps {@code history.retention}. */
@Component
class StoredRetentions implements Retentions {
    private static final String ALL = "select project_id, result_months, body_months from history.retention";
    private static final String PUT = """
            insert into history.retention values (:project, :results, :bodies)
                on conflict (project_id) do update
               set result_months = excluded.result_months, body_months = excluded.body_months
            """;

    private final JdbcClient jdbc;
    private final Projects projects;
    private final AuditLog audit;

    StoredRetentions(JdbcClient jdbc, Projects projects, AuditLog audit) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public Retention of(ProjectId project) {
        return said().getOrDefault(project, Retention.STANDARD);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ProjectId, Retention> all() {
        var said = said();
        return projects.all().stream()
                .map(Project::id)
                .collect(Collectors.toMap(id -> id, id -> said.getOrDefault(id, Retention.STANDARD)));
    }

    @Override
    @Transactional
    public void put(ProjectId project, Retention wanted, Actor actor) {
        if (wanted.resultMonths() < 1 || wanted.resultMonths() > Retention.MOST) {
            throw HistoryProblem.RETENTION_IS_INVALID.because(
                    wanted.resultMonths() + " months of results are fewer than 1 or more than " + Retention.MOST + ".");
        }
        if (wanted.bodyMonths() < 1 || wanted.bodyMonths() > wanted.resultMonths()) {
            throw HistoryProblem.RETENTION_IS_INVALID.because(wanted.bodyMonths()
                    + " months of requests and answers are fewer than 1 or more than the " + wanted.resultMonths()
                    + " of results they belong to.");
        }
        var before = of(project);
        jdbc.sql(PUT)
                .param("project", project.value())
                .param("results", wanted.resultMonths())
                .param("bodies", wanted.bodyMonths())
                .update();
        audit.record(project, actor, "retention.put", "results", words(before), words(wanted));
    }

    private Map<ProjectId, Retention> said() {
        return jdbc
                .sql(ALL)
                .query((row, _) ->
                        Map.entry(new ProjectId(row.getLong(1)), new Retention(row.getInt(2), row.getInt(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String words(Retention retention) {
        return "results " + retention.resultMonths() + " months, bodies " + retention.bodyMonths() + " months";
    }
}
