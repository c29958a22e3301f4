package dev.interlock.plan;

import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps plans with every revision. */
@Component
class PlanStore implements Plans {
    private static final String ALL = """
            select saved.plan_key, saved.revision, saved.content, saved.saved_at, saved.saved_by
              from plan.plan
              join plan.plan_revision saved using (project_id, plan_key, revision)
             where project_id = :project
            """;
    private static final String ONE = ALL + " and plan_key = :key";
    private static final String REVISIONS = """
            select plan_key, revision, content, saved_at, saved_by from plan.plan_revision
             where project_id = :project and plan_key = :key
             order by revision desc limit 100
            """;
    private static final String COUNT = "select count(*) from plan.plan where project_id = :project";
    private static final String CREATE = "insert into plan.plan values (:project, :key, 1) on conflict do nothing";
    private static final String ADVANCE = """
            update plan.plan set revision = :revision + 1
             where project_id = :project and plan_key = :key and revision = :revision
            """;
    private static final String ADD = """
            insert into plan.plan_revision
            values (:project, :key, :revision, cast(:content as jsonb), :at, :by)
            """;
    private static final String DELETE = "delete from plan.plan where project_id = :project and plan_key = :key";
    private static final int MOST = 500;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final PlanCheck check;
    private final AuditLog audit;
    private final InstantSource clock;

    PlanStore(JdbcClient jdbc, PlanCheck check, AuditLog audit, InstantSource clock) {
        this.jdbc = jdbc;
        this.check = check;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Plan> all(ProjectId project) {
        return jdbc.sql(ALL).param("project", project.value()).query((row, _) -> plan(row)).list().stream()
                .sorted(Comparator.comparing(Plan::name)
                        .thenComparing(plan -> plan.key().value()))
                .toList();
    }

    @Override
    public Optional<Plan> find(ProjectId project, PlanKey key) {
        return jdbc.sql(ONE)
                .param("project", project.value())
                .param("key", key.value())
                .query((row, _) -> plan(row))
                .optional();
    }

    @Override
    @Transactional
    public Plan put(ProjectId project, PlanKey key, PlanDraft draft, IfMatch match, Actor actor) {
        var before = find(project, key);
        before.ifPresent(plan -> match.check("plan", plan.version()));
        var faults = check.faults(project, draft);
        if (!faults.isEmpty()) {
            throw PlanProblem.PLAN_IS_INVALID.because("Plan " + key + " was not saved.", faults);
        }
        var revision = before.map(plan -> advance(project, plan)).orElseGet(() -> create(project, key));
        jdbc.sql(ADD)
                .param("project", project.value())
                .param("key", key.value())
                .param("revision", revision)
                .param("content", MAPPER.writeValueAsString(PlanContent.of(draft)))
                .param("at", Timestamp.from(clock.instant()))
                .param("by", actor.name())
                .update();
        audit.record(
                project,
                actor,
                "plan.save",
                key.value(),
                before.map(plan -> "revision " + plan.revision()).orElse(null),
                "revision " + revision);
        return find(project, key).orElseThrow();
    }

    @Override
    @Transactional
    public void delete(ProjectId project, PlanKey key, IfMatch match, Actor actor) {
        var plan = find(project, key)
                .orElseThrow(() -> PlanProblem.PLAN_IS_UNKNOWN.because("There is no plan " + key + "."));
        match.check("plan", plan.version());
        jdbc.sql(DELETE)
                .param("project", project.value())
                .param("key", key.value())
                .update();
        audit.record(project, actor, "plan.delete", key.value(), "revision " + plan.revision(), null);
    }

    @Override
    public List<Plan> revisions(ProjectId project, PlanKey key) {
        return jdbc.sql(REVISIONS)
                .param("project", project.value())
                .param("key", key.value())
                .query((row, _) -> plan(row))
                .list();
    }

    private int create(ProjectId project, PlanKey key) {
        if (jdbc.sql(COUNT)
                        .param("project", project.value())
                        .query(Integer.class)
                        .single()
                >= MOST) {
            throw PlanProblem.PLANS_ARE_FULL.because("Plan " + key + " was not saved: the project has 500 plans.");
        }
        var created = jdbc.sql(CREATE)
                .param("project", project.value())
                .param("key", key.value())
                .update();
        if (created == 0) {
            IfMatch.none().check("plan", 1);
        }
        return 1;
    }

    private int advance(ProjectId project, Plan plan) {
        var advanced = jdbc.sql(ADVANCE)
                .param("project", project.value())
                .param("key", plan.key().value())
                .param("revision", plan.revision())
                .update();
        if (advanced == 0) {
            IfMatch.version(plan.version()).check("plan", plan.version() + 1);
        }
        return plan.revision() + 1;
    }

    private static Plan plan(ResultSet row) throws SQLException {
        var at = row.getTimestamp("saved_at").toInstant();
        return MAPPER.readValue(row.getString("content"), PlanContent.class)
                .plan(new PlanKey(row.getString("plan_key")), row.getInt("revision"), at, row.getString("saved_by"));
    }
}
