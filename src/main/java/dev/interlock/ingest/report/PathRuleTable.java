package dev.interlock.ingest.report;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.PathDeleted;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.ingest.IngestProblem;
import dev.interlock.ingest.PathRule;
import dev.interlock.ingest.PathRules;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.security.ProjectDeleted;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rules in the database. */
@Component
class PathRuleTable implements PathRules {
    private static final int MOST = 500;
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final Paths paths;
    private final AuditLog audit;

    PathRuleTable(JdbcClient jdbc, Paths paths, AuditLog audit) {
        this.jdbc = jdbc;
        this.paths = paths;
        this.audit = audit;
    }

    @Override
    public List<PathRule> all(ProjectId project) {
        return jdbc.sql(
                        "select service, pattern, path_key from ingest.path_rule where project_id = :project order by seq")
                .param("project", project.value())
                .query((row, number) -> new PathRule(
                        row.getString("service"), row.getString("pattern"), new PathKey(row.getString("path_key"))))
                .list();
    }

    @Override
    @Transactional
    public List<PathRule> replace(ProjectId project, List<PathRule> rules, Actor actor) {
        refuseUnlessSound(project, rules);
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

    private void refuseUnlessSound(ProjectId project, List<PathRule> rules) {
        var known = paths.all(project).stream().map(IntegrationPath::key).toList();
        var faults = new ArrayList<Finding>();
        if (rules.size() > MOST) {
            faults.add(Finding.error("rules", "There are " + rules.size() + ".", "Use at most " + MOST + "."));
        }
        for (var i = 0; i < Math.min(rules.size(), MOST); i++) {
            var rule = rules.get(i);
            if (rule.pattern().isBlank() || rule.pattern().length() > LONGEST) {
                faults.add(Finding.error(
                        "rules[" + i + "].pattern",
                        "It is empty or too long.",
                        "Use 1 to " + LONGEST + " characters."));
            }
            if (!known.contains(rule.path())) {
                faults.add(Finding.error(
                        "rules[" + i + "].path",
                        "There is no path \"" + rule.path() + "\".",
                        "Use a key of the list."));
            }
        }
        if (!faults.isEmpty()) {
            throw IngestProblem.RULES_ARE_REFUSED.because(
                    "The rules are refused: " + faults.getFirst().where() + ": "
                            + faults.getFirst().problem(),
                    faults);
        }
    }

    private void delete(ProjectId project) {
        jdbc.sql("delete from ingest.path_rule where project_id = :project")
                .param("project", project.value())
                .update();
    }

    private void add(ProjectId project, int seq, PathRule rule) {
        jdbc.sql("insert into ingest.path_rule values (:project, :seq, :service, :pattern, :path)")
                .param("project", project.value())
                .param("seq", seq)
                .param("service", rule.service())
                .param("pattern", rule.pattern())
                .param("path", rule.path().value())
                .update();
    }
}
