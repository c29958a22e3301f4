package dev.interlock.security.project;

import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Keys;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Project;
import dev.interlock.security.ProjectDeleted;
import dev.interlock.security.Projects;
import dev.interlock.security.Role;
import dev.interlock.security.SecurityProblem;
import dev.interlock.security.SignedIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Projects in table security.project. */
@Component
class ProjectStore implements Projects {
    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final String SELECT = "select id, key, name, demo, version from security.project ";

    private static final String VISIBLE = SELECT + """
             where (:admin or id in (select project_id from security.member where person_id = :person))
               and (cast(:only as bigint) is null or id = :only)
             order by lower(name), id
            """;

    private final JdbcClient sql;
    private final InstantSource clock;
    private final AuditLog audit;
    private final ApplicationEventPublisher news;

    ProjectStore(JdbcClient sql, InstantSource clock, AuditLog audit, ApplicationEventPublisher news) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
        this.news = news;
    }

    @Override
    @Transactional
    public Project create(String key, String name, Actor actor) {
        return create(key, name, false, actor);
    }

    @Override
    @Transactional
    public Project createDemo(String key, String name, Actor actor) {
        return create(key, name, true, actor);
    }

    @Override
    public Optional<Project> find(String key) {
        return sql.sql(SELECT + "where key = :key")
                .param("key", key)
                .query(ProjectStore::project)
                .optional();
    }

    @Override
    public Optional<Project> find(ProjectId id) {
        return sql.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(ProjectStore::project)
                .optional();
    }

    @Override
    public List<Project> visibleTo(SignedIn asker) {
        var only = asker.onlyProject();
        return sql.sql(VISIBLE)
                .param("admin", asker.instanceAdmin())
                .param("person", asker.personId())
                .param("only", only == null ? null : only.value())
                .query(ProjectStore::project)
                .list();
    }

    @Override
    public List<Project> all() {
        return sql.sql(SELECT + "order by lower(name), id")
                .query(ProjectStore::project)
                .list();
    }

    @Override
    @Transactional
    public Project rename(ProjectId project, String name, IfMatch version, Actor actor) {
        checkName(name);
        var before = locked(project);
        version.check("project " + before.key(), before.version());
        sql.sql("update security.project set name = :name, version = version + 1 where id = :id")
                .param("name", name.strip())
                .param("id", project.value())
                .update();
        audit.record(project, actor, "project.rename", before.key(), before.name(), name.strip());
        return find(project).orElseThrow();
    }

    @Override
    @Transactional
    public void delete(ProjectId project, IfMatch version, Actor actor) {
        var before = locked(project);
        version.check("project " + before.key(), before.version());
        news.publishEvent(new ProjectDeleted(project, before.key()));
        sql.sql("delete from security.project where id = :id")
                .param("id", project.value())
                .update();
        audit.record(null, actor, "project.delete", before.key(), before.name(), null);
    }

    private Project create(String key, String name, boolean demo, Actor actor) {
        Keys.require("project", key);
        checkName(name);
        if (count() >= MOST) {
            throw SecurityProblem.TOO_MANY.because("There are " + MOST + " projects, which is the most there can be.");
        }
        var project = insert(key, name.strip(), demo);
        if (actor.kind() == Actor.Kind.PERSON) {
            addAdministrator(project.id(), Long.parseLong(actor.id()));
        }
        audit.record(project.id(), actor, "project.create", key, null, name.strip());
        return project;
    }

    private Project insert(String key, String name, boolean demo) {
        try {
            return sql.sql("""
                    insert into security.project (key, name, demo, created_at) values (:key, :name, :demo, :at)
                    returning id, key, name, demo, version
                    """)
                    .param("key", key)
                    .param("name", name)
                    .param("demo", demo)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .query(ProjectStore::project)
                    .single();
        } catch (DuplicateKeyException e) {
            throw SecurityProblem.PROJECT_KEY_IS_TAKEN.because("There is a project \"" + key + "\" already.");
        }
    }

    private void addAdministrator(ProjectId project, long person) {
        sql.sql(
                        "insert into security.member (project_id, person_id, role, since) values (:project, :person, :role, :at)")
                .param("project", project.value())
                .param("person", person)
                .param("role", Role.ADMIN.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Project locked(ProjectId project) {
        return sql.sql(SELECT + "where id = :id for update")
                .param("id", project.value())
                .query(ProjectStore::project)
                .optional()
                .orElseThrow(() -> SecurityProblem.PROJECT_IS_UNKNOWN.because("The project is gone."));
    }

    private long count() {
        return sql.sql("select count(*) from security.project")
                .query(Long.class)
                .single();
    }

    private static void checkName(String name) {
        var length = name.strip().length();
        if (length < 1 || length > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw SecurityProblem.INPUT_IS_REFUSED.because(
                    "The project cannot have this name.",
                    List.of(Finding.error(
                            "name", "is empty, too long or has several lines", "Use 1 to 100 characters.")));
        }
    }

    private static Project project(ResultSet row, int number) throws SQLException {
        return new Project(
                new ProjectId(row.getLong("id")),
                row.getString("key"),
                row.getString("name"),
                row.getBoolean("demo"),
                row.getLong("version"));
    }
}
