package dev.interlock.catalog.environment;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.TargetCheck;
import dev.interlock.outbound.AddressRule;
import dev.interlock.outbound.Opening;
import dev.interlock.platform.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of the last check of each target. */
@Component
class CheckTable {
    private static final String FORGET =
            "delete from catalog.target_check where project_id = :project and environment = :environment";
    private static final String KEEP = """
            insert into catalog.target_check
                   (project_id, environment, service, reachable, status, sentence, rule, opening_cidr, opening_ports, took_ms, at)
            values (:project, :environment, :service, :reachable, :status, :sentence, :rule, :cidr, :ports, :took, :at)
            """;
    private static final String ALL = """
            select service, reachable, status, sentence, rule, opening_cidr, opening_ports, took_ms, at
              from catalog.target_check
             where project_id = :project and environment = :environment
             order by service
            """;

    private final JdbcClient jdbc;

    CheckTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void keep(ProjectId project, EnvironmentKey environment, List<TargetCheck> checks) {
        forget(project, environment);
        checks.forEach(check -> keep(project, environment, check));
    }

    @Transactional
    public void forget(ProjectId project, EnvironmentKey environment) {
        statement(FORGET, project, environment).update();
    }

    List<TargetCheck> all(ProjectId project, EnvironmentKey environment) {
        return statement(ALL, project, environment).query(CheckTable::check).list();
    }

    private void keep(ProjectId project, EnvironmentKey environment, TargetCheck check) {
        var opening = check.opening();
        var rule = check.rule();
        statement(KEEP, project, environment)
                .param("service", check.service().value())
                .param("reachable", check.reachable())
                .param("status", check.status())
                .param("sentence", check.sentence())
                .param("rule", rule == null ? null : rule.name())
                .param("cidr", opening == null ? null : opening.cidr())
                .param("ports", opening == null ? null : opening.ports())
                .param("took", check.took().toMillis())
                .param("at", check.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec statement(String sql, ProjectId project, EnvironmentKey environment) {
        return jdbc.sql(sql).param("project", project.value()).param("environment", environment.value());
    }

    private static TargetCheck check(ResultSet row, int number) throws SQLException {
        var rule = row.getString(5);
        var cidr = row.getString(6);
        return new TargetCheck(
                ServiceKey.of(row.getString(1)),
                row.getBoolean(2),
                row.getObject(3, Integer.class),
                row.getString(4),
                rule == null ? null : AddressRule.valueOf(rule),
                cidr == null ? null : new Opening(cidr, row.getString(7)),
                Duration.ofMillis(row.getLong(8)),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
