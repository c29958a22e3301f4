package dev.interlock.security.project;

import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Keys;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Members;
import dev.interlock.security.SecurityProblem;
import dev.interlock.security.Team;
import dev.interlock.security.Teams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Teams in tables security.team, team_channel and team_member. */
@Component
class TeamStore implements Teams {
    private static final int MOST = 200;
    private static final int MOST_CHANNELS = 10;
    private static final int MOST_MEMBERS = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 500;

    private final JdbcClient sql;
    private final Members members;
    private final AuditLog audit;

    TeamStore(JdbcClient sql, Members members, AuditLog audit) {
        this.sql = sql;
        this.members = members;
        this.audit = audit;
    }

    private record Line(String team, Team.Channel channel) {}

    private record Part(String team, long person) {}

    @Override
    public List<Team> all(ProjectId project) {
        var channels = channels(project);
        var people = people(project);
        return sql.sql(
                        "select key, name, version from security.team where project_id = :project order by lower(name), key")
                .param("project", project.value())
                .query((row, number) -> new Team(
                        row.getString("key"),
                        row.getString("name"),
                        channels.getOrDefault(row.getString("key"), List.of()),
                        people.getOrDefault(row.getString("key"), List.of()),
                        row.getLong("version")))
                .list();
    }

    @Override
    public Optional<Team> find(ProjectId project, String key) {
        return all(project).stream().filter(team -> team.key().equals(key)).findFirst();
    }

    @Override
    public List<String> of(ProjectId project, long person) {
        return sql.sql("""
                select team_key from security.team_member
                 where project_id = :project and person_id = :person order by team_key
                """)
                .param("project", project.value())
                .param("person", person)
                .query((row, number) -> row.getString("team_key"))
                .list();
    }

    @Override
    @Transactional
    public Team put(ProjectId project, TeamDraft draft, IfMatch version, Actor actor) {
        check(project, draft);
        lock(project);
        var before = find(project, draft.key());
        before.ifPresent(team -> version.check("team " + team.key(), team.version()));
        if (before.isEmpty() && all(project).size() >= MOST) {
            throw SecurityProblem.TOO_MANY.because("The project has " + MOST + " teams, which is the most.");
        }
        store(project, draft);
        var after = find(project, draft.key()).orElseThrow();
        audit.record(
                project,
                actor,
                "team.put",
                draft.key(),
                before.map(Team::toString).orElse(null),
                after.toString());
        return after;
    }

    @Override
    @Transactional
    public void delete(ProjectId project, String key, IfMatch version, Actor actor) {
        lock(project);
        var before = find(project, key)
                .orElseThrow(() -> SecurityProblem.TEAM_IS_UNKNOWN.because("There is no team \"" + key + "\"."));
        version.check("team " + key, before.version());
        sql.sql("delete from security.team where project_id = :project and key = :key")
                .param("project", project.value())
                .param("key", key)
                .update();
        audit.record(project, actor, "team.delete", key, before.toString(), null);
    }

    private void store(ProjectId project, TeamDraft draft) {
        sql.sql("""
                insert into security.team (project_id, key, name) values (:project, :key, :name)
                on conflict (project_id, key) do update set name = excluded.name, version = team.version + 1
                """)
                .param("project", project.value())
                .param("key", draft.key())
                .param("name", draft.name().strip())
                .update();
        for (var table : List.of("security.team_channel", "security.team_member")) {
            sql.sql("delete from " + table + " where project_id = :project and team_key = :key")
                    .param("project", project.value())
                    .param("key", draft.key())
                    .update();
        }
        for (var position = 0; position < draft.channels().size(); position++) {
            insert(project, draft.key(), position, draft.channels().get(position));
        }
        draft.members().stream().distinct().forEach(person -> insert(project, draft.key(), person));
    }

    private void insert(ProjectId project, String team, int position, Team.Channel channel) {
        sql.sql("""
                insert into security.team_channel (project_id, team_key, position, kind, address)
                values (:project, :team, :position, :kind, :address)
                """)
                .param("project", project.value())
                .param("team", team)
                .param("position", position)
                .param("kind", channel.kind().name())
                .param("address", channel.address().strip())
                .update();
    }

    private void insert(ProjectId project, String team, long person) {
        sql.sql("insert into security.team_member (project_id, team_key, person_id) values (:project, :team, :person)")
                .param("project", project.value())
                .param("team", team)
                .param("person", person)
                .update();
    }

    private void check(ProjectId project, TeamDraft draft) {
        Keys.require("team", draft.key());
        var findings = new ArrayList<Finding>();
        if (draft.name().isBlank() || draft.name().length() > LONGEST_NAME) {
            findings.add(Finding.error("name", "is empty or too long", "Use 1 to 100 characters."));
        }
        if (draft.channels().size() > MOST_CHANNELS || draft.members().size() > MOST_MEMBERS) {
            findings.add(Finding.error("channels, members", "are too many", "Use up to 10 channels and 200 members."));
        }
        draft.channels().stream()
                .filter(channel ->
                        channel.address().isBlank() || channel.address().length() > LONGEST_ADDRESS)
                .forEach(channel -> findings.add(Finding.error(
                        "channels", "has an address that is empty or too long", "Use up to 500 characters.")));
        draft.members().stream()
                .filter(person -> members.roleOf(project, person).isEmpty())
                .forEach(person -> findings.add(Finding.error(
                        "members", person + " is no member of this project", "Invite the person first.")));
        if (!findings.isEmpty()) {
            throw SecurityProblem.INPUT_IS_REFUSED.because("The team cannot be kept.", findings);
        }
    }

    private void lock(ProjectId project) {
        sql.sql("select id from security.project where id = :project for update")
                .param("project", project.value())
                .query(Long.class)
                .list();
    }

    private Map<String, List<Team.Channel>> channels(ProjectId project) {
        return sql
                .sql(
                        "select team_key, kind, address from security.team_channel where project_id = :project order by position")
                .param("project", project.value())
                .query((row, number) -> new Line(
                        row.getString("team_key"),
                        new Team.Channel(Team.Kind.valueOf(row.getString("kind")), row.getString("address"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Line::team, Collectors.mapping(Line::channel, Collectors.toList())));
    }

    private Map<String, List<Long>> people(ProjectId project) {
        return sql
                .sql(
                        "select team_key, person_id from security.team_member where project_id = :project order by person_id")
                .param("project", project.value())
                .query((row, number) -> new Part(row.getString("team_key"), row.getLong("person_id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Part::team, Collectors.mapping(Part::person, Collectors.toList())));
    }
}
