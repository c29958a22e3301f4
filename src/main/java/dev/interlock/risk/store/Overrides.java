package dev.interlock.risk.store;

import dev.interlock.platform.ProjectId;
import dev.interlock.risk.RiskOverride;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code risk.path_override}. */
@Component
class Overrides {
    private static final String ALL = """
            select path_key, likelihood, impact, reason, expires, by_name from risk.path_override
             where project_id = :project
            """;
    private static final String PUT = """
            insert into risk.path_override values (:project, :path, :likelihood, :impact, :reason, :expires, :by)
                on conflict (project_id, path_key) do update
               set likelihood = excluded.likelihood, impact = excluded.impact, reason = excluded.reason,
                   expires = excluded.expires, by_name = excluded.by_name
            """;
    private static final String REMOVE =
            "delete from risk.path_override where project_id = :project and path_key = :path";

    private final JdbcClient jdbc;

    Overrides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, RiskOverride> of(ProjectId project) {
        var overrides = new HashMap<String, RiskOverride>();
        jdbc.sql(ALL).param("project", project.value()).query(row -> {
            overrides.put(
                    row.getString("path_key"),
                    new RiskOverride(
                            row.getObject("likelihood", Double.class),
                            row.getObject("impact", Integer.class),
                            row.getString("reason"),
                            row.getObject("expires", LocalDate.class),
                            row.getString("by_name")));
        });
        return overrides;
    }

    void put(ProjectId project, String path, RiskOverride override) {
        jdbc.sql(PUT)
                .param("project", project.value())
                .param("path", path)
                .param("likelihood", override.likelihood())
                .param("impact", override.impact())
                .param("reason", override.reason())
                .param("expires", override.expires())
                .param("by", override.by())
                .update();
    }

    void remove(ProjectId project, String path) {
        jdbc.sql(REMOVE).param("project", project.value()).param("path", path).update();
    }
}
