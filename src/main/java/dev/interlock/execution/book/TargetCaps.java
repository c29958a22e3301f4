package dev.interlock.execution.book;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentChanged;
import dev.interlock.catalog.Environments;
import dev.interlock.platform.ProjectId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** How many items may call a target at the same time; follows the environment also while runs are on. */
@Component
class TargetCaps {
    private static final String PUT = """
            insert into execution.target_cap (project_id, environment, service, cap)
            values (:project, :environment, :service, :cap)
            on conflict (project_id, environment, service) do update set cap = excluded.cap
            """;

    private final NamedParameterJdbcTemplate batches;
    private final Environments environments;

    TargetCaps(NamedParameterJdbcTemplate batches, Environments environments) {
        this.batches = batches;
        this.environments = environments;
    }

    void put(ProjectId project, Environment environment) {
        var rows = environment.targets().entrySet().stream()
                .map(target -> new MapSqlParameterSource()
                        .addValue("project", project.value())
                        .addValue("environment", environment.key().value())
                        .addValue("service", target.getKey().value())
                        .addValue("cap", Math.max(1, target.getValue().maxConcurrency())))
                .toArray(MapSqlParameterSource[]::new);
        batches.batchUpdate(PUT, rows);
    }

    @EventListener
    void follow(EnvironmentChanged news) {
        if (!news.deleted()) {
            environments.find(news.project(), news.environment()).ifPresent(found -> put(news.project(), found));
        }
    }
}
