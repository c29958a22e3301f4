package dev.interlock.security.project;

import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Invitation;
import dev.interlock.security.Invitations;
import dev.interlock.security.Members;
import dev.interlock.security.NewPerson;
import dev.interlock.security.Project;
import dev.interlock.security.Projects;
import dev.interlock.security.Role;
import dev.interlock.security.SecurityProblem;
import dev.interlock.security.person.LinkSecret;
import dev.interlock.security.person.PersonTable;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invitations in table security.invitation. */
@Component
class InvitationStore implements Invitations {
    private static final int MOST = 200;
    private static final Duration LONGEST = Duration.ofDays(30);

    private static final String SELECT = """
            select invitation.id, project.id as project_id, project.key, project.name, invitation.role,
                   invitation.invited_by, invitation.expires_at
              from security.invitation invitation
              join security.project project on project.id = invitation.project_id
             where invitation.expires_at > :now
            """;

    private static final RowMapper<Invitation> INVITATION = (row, number) -> new Invitation(
            row.getLong("id"),
            row.getString("key"),
            row.getString("name"),
            Role.valueOf(row.getString("role")),
            row.getString("invited_by"),
            row.getObject("expires_at", OffsetDateTime.class).toInstant());

    private final JdbcClient sql;
    private final InstantSource clock;
    private final Projects projects;
    private final Members members;
    private final PersonTable people;
    private final AuditLog audit;

    InvitationStore(
            JdbcClient sql,
            InstantSource clock,
            Projects projects,
            Members members,
            PersonTable people,
            AuditLog audit) {
        this.sql = sql;
        this.clock = clock;
        this.projects = projects;
        this.members = members;
        this.people = people;
        this.audit = audit;
    }

    @Override
    @Transactional
    public Made invite(ProjectId project, Role role, Duration validFor, Actor actor) {
        if (!validFor.isPositive() || validFor.compareTo(LONGEST) > 0) {
            throw SecurityProblem.INPUT_IS_REFUSED.because(
                    "The invitation cannot be made.",
                    List.of(Finding.error("validFor", "is " + validFor.toDays() + " days", "Use 1 to 30 days.")));
        }
        sql.sql("delete from security.invitation where project_id = :project and expires_at <= :now")
                .param("project", project.value())
                .param("now", now())
                .update();
        if (open(project).size() >= MOST) {
            throw SecurityProblem.TOO_MANY.because("The project has " + MOST + " open invitations, which is the most.");
        }
        var secret = LinkSecret.create();
        insert(project, role, validFor, actor, secret);
        audit.record(project, actor, "member.invite", "invitation", null, role.word());
        return new Made(find(secret).orElseThrow(), secret);
    }

    @Override
    public List<Invitation> open(ProjectId project) {
        return sql.sql(SELECT + " and invitation.project_id = :project order by invitation.expires_at, invitation.id")
                .param("project", project.value())
                .param("now", now())
                .query(INVITATION)
                .list();
    }

    @Override
    @Transactional
    public void withdraw(ProjectId project, long invitation, Actor actor) {
        var gone = sql.sql("delete from security.invitation where project_id = :project and id = :id")
                .param("project", project.value())
                .param("id", invitation)
                .update();
        if (gone == 0) {
            throw SecurityProblem.LINK_IS_DEAD.because("The invitation was used or withdrawn already.");
        }
        audit.record(project, actor, "member.invitation-withdrawn", "invitation", null, null);
    }

    @Override
    public Optional<Invitation> find(String secret) {
        return sql.sql(SELECT + " and invitation.secret_hash = :hash")
                .param("hash", LinkSecret.hash(secret))
                .param("now", now())
                .query(INVITATION)
                .optional();
    }

    @Override
    @Transactional
    public Project accept(String secret, long person) {
        var invitation = used(secret);
        return join(invitation, person);
    }

    @Override
    @Transactional
    public Project accept(String secret, NewPerson wanted) {
        var invitation = used(secret);
        return join(invitation, people.add(wanted, false).id());
    }

    private Project join(Invitation invitation, long person) {
        var project = projects.find(invitation.projectKey()).orElseThrow();
        var name = people.find(person).orElseThrow().person().name();
        var present = members.roleOf(project.id(), person);
        if (present.isEmpty() || !present.get().includes(invitation.role())) {
            members.put(project.id(), person, invitation.role(), Actor.person(Long.toString(person), name));
        }
        return project;
    }

    /** Uses the link up; a second one who comes at the same time waits for the row and then finds it gone. */
    private Invitation used(String secret) {
        var invitation = find(secret).orElseThrow(InvitationStore::dead);
        var gone = sql.sql("delete from security.invitation where secret_hash = :hash")
                .param("hash", LinkSecret.hash(secret))
                .update();
        if (gone == 0) {
            throw dead();
        }
        return invitation;
    }

    private static RuntimeException dead() {
        return SecurityProblem.LINK_IS_DEAD.because("This invitation was used already, or it has expired.");
    }

    private void insert(ProjectId project, Role role, Duration validFor, Actor actor, String secret) {
        sql.sql("""
                insert into security.invitation (project_id, role, secret_hash, invited_by, created_at, expires_at)
                values (:project, :role, :hash, :by, :now, :expires)
                """)
                .param("project", project.value())
                .param("role", role.name())
                .param("hash", LinkSecret.hash(secret))
                .param("by", actor.name())
                .param("now", now())
                .param("expires", now().plus(validFor))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
