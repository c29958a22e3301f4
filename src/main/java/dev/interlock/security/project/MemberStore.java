package dev.interlock.security.project;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Member;
import dev.interlock.security.Members;
import dev.interlock.security.Role;
import dev.interlock.security.SecurityProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members in table security.member. */
@Component
class MemberStore implements Members {
    private static final int MOST = 1_000;

    private static final String SELECT = """
            select person.id, person.name, person.email, person.active, member.role, member.since
              from security.member member
              join security.person person on person.id = member.person_id
             where member.project_id = :project
            """;

    private static final String PUT = """
            insert into security.member (project_id, person_id, role, since) values (:project, :person, :role, :at)
            on conflict (project_id, person_id) do update set role = excluded.role
            """;

    private final JdbcClient sql;
    private final InstantSource clock;
    private final AuditLog audit;

    MemberStore(JdbcClient sql, InstantSource clock, AuditLog audit) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public List<Member> all(ProjectId project) {
        return sql.sql(SELECT + " order by lower(person.name), person.id")
                .param("project", project.value())
                .query(MemberStore::member)
                .list();
    }

    @Override
    public Optional<Role> roleOf(ProjectId project, long person) {
        return find(project, person).map(Member::role);
    }

    @Override
    @Transactional
    public Member put(ProjectId project, long person, Role role, Actor actor) {
        lock(project);
        var before = find(project, person).map(Member::role);
        if (before.isEmpty() && all(project).size() >= MOST) {
            throw SecurityProblem.TOO_MANY.because("The project has " + MOST + " members, which is the most.");
        }
        store(project, person, role);
        refuseWithoutAdministrator(project, before.orElse(role), role);
        var member = find(project, person).orElseThrow();
        audit.record(
                project,
                actor,
                "member.put",
                member.email(),
                before.map(Role::word).orElse(null),
                role.word());
        return member;
    }

    @Override
    @Transactional
    public void remove(ProjectId project, long person, Actor actor) {
        lock(project);
        var before = find(project, person)
                .orElseThrow(() -> SecurityProblem.MEMBER_IS_UNKNOWN.because("Nobody with this id is a member here."));
        sql.sql("delete from security.member where project_id = :project and person_id = :person")
                .param("project", project.value())
                .param("person", person)
                .update();
        refuseWithoutAdministrator(project, before.role(), Role.VIEWER);
        audit.record(
                project, actor, "member.remove", before.email(), before.role().word(), null);
    }

    private void store(ProjectId project, long person, Role role) {
        try {
            sql.sql(PUT)
                    .param("project", project.value())
                    .param("person", person)
                    .param("role", role.name())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw SecurityProblem.PERSON_IS_UNKNOWN.because("There is no person " + person + ".");
        }
    }

    private void refuseWithoutAdministrator(ProjectId project, Role before, Role after) {
        if (before != Role.ADMIN || after == Role.ADMIN) {
            return;
        }
        if (all(project).stream().noneMatch(member -> member.role() == Role.ADMIN)) {
            throw SecurityProblem.LAST_ADMINISTRATOR.because("The project would be left without an administrator.");
        }
    }

    private void lock(ProjectId project) {
        sql.sql("select id from security.project where id = :project for update")
                .param("project", project.value())
                .query(Long.class)
                .list();
    }

    private Optional<Member> find(ProjectId project, long person) {
        return sql.sql(SELECT + " and member.person_id = :person")
                .param("project", project.value())
                .param("person", person)
                .query(MemberStore::member)
                .optional();
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("active"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
