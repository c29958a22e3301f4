package dev.interlock.api.access;

import dev.interlock.api.Answers;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.SecurityProblem;
import dev.interlock.security.Team;
import dev.interlock.security.Teams;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Teams of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/teams")
class TeamEndpoints {
    private final Teams teams;

    TeamEndpoints(Teams teams) {
        this.teams = teams;
    }

    /** What is written of a team. */
    record Written(
            @Nullable String name,
            @Nullable List<Team.Channel> channels,
            @Nullable List<Long> members) {}

    @GetMapping
    @Allow(Role.VIEWER)
    Slice<Team> list(Access access) {
        return new Slice<>(teams.all(access.project()), null);
    }

    @GetMapping("/{key}")
    @Allow(Role.VIEWER)
    ResponseEntity<Team> read(@PathVariable String key, Access access) {
        var team = teams.find(access.project(), key)
                .orElseThrow(() -> SecurityProblem.TEAM_IS_UNKNOWN.because("There is no team \"" + key + "\"."));
        return Answers.entity(team, team.version());
    }

    @PutMapping("/{key}")
    @Allow(Role.ADMIN)
    ResponseEntity<Team> put(
            @PathVariable String key,
            @RequestBody Written written,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        var draft = new Teams.TeamDraft(
                key,
                Objects.requireNonNullElse(written.name(), key),
                Objects.requireNonNullElse(written.channels(), List.of()),
                Objects.requireNonNullElse(written.members(), List.of()));
        var team = teams.put(access.project(), draft, IfMatch.header(ifMatch), access.actor());
        return Answers.entity(team, team.version());
    }

    @DeleteMapping("/{key}")
    @Allow(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        teams.delete(access.project(), key, IfMatch.header(ifMatch), access.actor());
    }
}
