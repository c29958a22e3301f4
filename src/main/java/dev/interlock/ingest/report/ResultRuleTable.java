package dev.interlock.ingest.report;

import dev.interlock.catalog.PathDeleted;
import dev.interlock.catalog.PathKey;
import dev.interlock.ingest.ResultRule;
import dev.interlock.ingest.ResultRules;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.security.ProjectDeleted;
import dev.interlock.testcase.TestKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rules in the database. */
@Component
class ResultRuleTable implements ResultRules {
    private static final String ALL = """
            select service, subject, property, pattern, path_key, test_key
              from ingest.path_rule
             where project_id = :project
             order by seq
            """;

    private static final String ADD = """
            insert into ingest.path_rule (project_id, seq, service, subject, property, pattern, path_key, test_key)
            values (:project, :seq, :service, :subject, :property, :pattern, :path, :test)
            """;

    private final JdbcClient jdbc;
    private final RuleChecks checks;
    private final AuditLog audit;

    ResultRuleTable(JdbcClient jdbc, RuleChecks checks, AuditLog audit) {
        this.jdbc = jdbc;
        this.checks = checks;
        this.audit = audit;
    }

    @Override
    public List<ResultRule> all(ProjectId project) {
        return jdbc.sql(ALL)
                .param("project", project.value())
                .query(ResultRuleTable::rule)
                .list();
    }

    @Override
    @Transactional
    public List<ResultRule> replace(ProjectId project, List<ResultRule> rules, Actor actor) {
        checks.refuseUnlessSound(project, rules);
        delete(project);
        for (var seq = 0; seq < rules.size(); seq++) {
            add(project, seq, rules.get(seq));
        }
        audit.record(project, actor, "result-rules.replace", "result-rules", null, rules.size() + " rules");
        return all(project);
    }

    @EventListener
    void on(PathDeleted news) {
        jdbc.sql("delete from ingest.path_rule where project_id = :project and path_key = :path")
                .param("project", news.project().value())
                .param("path", news.path().value())
                .update();
    }

    @EventListener
    void on(ProjectDeleted news) {
        delete(news.project());
    }

    private static ResultRule rule(ResultSet row, int number) throws SQLException {
        var path = row.getString("path_key");
        var test = row.getString("test_key");
        return new ResultRule(
                row.getString("service"),
                ResultRule.Subject.valueOf(row.getString("subject")),
                row.getString("property"),
                row.getString("pattern"),
                path.isEmpty() ? null : new PathKey(path),
                test.isEmpty() ? null : new TestKey(test));
    }

    private void delete(ProjectId project) {
        jdbc.sql("delete from ingest.path_rule where project_id = :project")
                .param("project", project.value())
                .update();
    }

    private void add(ProjectId project, int seq, ResultRule rule) {
        var path = rule.path();
        var test = rule.test();
        jdbc.sql(ADD)
                .param("project", project.value())
                .param("seq", seq)
                .param("service", rule.service())
                .param("subject", rule.subject().name())
                .param("property", rule.property())
                .param("pattern", rule.pattern())
                .param("path", path == null ? "" : path.value())
                .param("test", test == null ? "" : test.value())
                .update();
    }
}
