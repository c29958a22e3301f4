package dev.interlock.risk.store;

import dev.interlock.platform.ProjectId;
import dev.interlock.risk.OwnFailure;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code risk.own_failure}: what is said of paths whose own tests fail now. */
@Component
class OwnFailures {
    private static final String ALL = """
            select distinct on (path_key) path_key, likelihood, evidence, link from risk.own_failure
             where project_id = :project
             order by path_key, likelihood desc, environment
            """;
    private static final String FORGET = """
            delete from risk.own_failure
             where project_id = :project and environment = :environment and not path_key = any(:failing)
            """;
    private static final String SAVE = """
            insert into risk.own_failure
            select :project, :environment, path, likelihood, evidence, link
              from unnest(:paths, :likelihoods, :evidence, :links) as own(path, likelihood, evidence, link)
                on conflict (project_id, environment, path_key) do update
               set likelihood = excluded.likelihood, evidence = excluded.evidence, link = excluded.link
            """;

    private final JdbcClient jdbc;

    OwnFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By path; of several environments the one that says most. */
    Map<String, OwnFailure> of(ProjectId project) {
        var failures = new HashMap<String, OwnFailure>();
        jdbc.sql(ALL).param("project", project.value()).query(row -> {
            failures.put(
                    row.getString("path_key"),
                    new OwnFailure(row.getDouble("likelihood"), row.getString("evidence"), row.getString("link")));
        });
        return failures;
    }

    /** Takes what fails now, and forgets paths that fail no more. */
    void save(ProjectId project, String environment, Collection<String> failing, Map<String, OwnFailure> fresh) {
        jdbc.sql(FORGET)
                .param("project", project.value())
                .param("environment", environment)
                .param("failing", failing.toArray(String[]::new))
                .update();
        if (!fresh.isEmpty()) {
            save(project, environment, Columns.of(List.copyOf(fresh.entrySet())));
        }
    }

    private void save(ProjectId project, String environment, Columns<Map.Entry<String, OwnFailure>> rows) {
        jdbc.sql(SAVE)
                .param("project", project.value())
                .param("environment", environment)
                .param("paths", rows.texts(Map.Entry::getKey))
                .param("likelihoods", rows.numbers(row -> row.getValue().likelihood()))
                .param("evidence", rows.texts(row -> row.getValue().evidence()))
                .param("links", rows.texts(row -> row.getValue().link()))
                .update();
    }
}
