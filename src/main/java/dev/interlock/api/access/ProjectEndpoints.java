package dev.interlock.api.access;

import dev.interlock.api.Answers;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.AllowInstanceAdmin;
import dev.interlock.security.AllowSignedIn;
import dev.interlock.security.Project;
import dev.interlock.security.Projects;
import dev.interlock.security.Role;
import dev.interlock.security.SignedIn;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Projects. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectEndpoints {
    private final Projects projects;

    ProjectEndpoints(Projects projects) {
        this.projects = projects;
    }

    /** A project as JSON. */
    record Shown(String key, String name, boolean demo, long version) {
        static Shown of(Project project) {
            return new Shown(project.key(), project.name(), project.demo(), project.version());
        }
    }

    /** What is written of a project. */
    record Written(@Nullable String key, @Nullable String name) {}

    @GetMapping
    @AllowSignedIn
    Slice<Shown> list(SignedIn asker) {
        return new Slice<>(projects.visibleTo(asker).stream().map(Shown::of).toList(), null);
    }

    @PostMapping
    @AllowInstanceAdmin
    ResponseEntity<Shown> create(@RequestBody Written written, SignedIn asker) {
        var key = Objects.requireNonNullElse(written.key(), "");
        var project = projects.create(key, Objects.requireNonNullElse(written.name(), key), asker.actor());
        return Answers.created(Shown.of(project), project.version(), project.key());
    }

    @GetMapping("/{project}")
    @Allow(Role.VIEWER)
    ResponseEntity<Shown> read(Access access) {
        var project = projects.find(access.project()).orElseThrow();
        return Answers.entity(Shown.of(project), project.version());
    }

    @PatchMapping("/{project}")
    @Allow(Role.ADMIN)
    ResponseEntity<Shown> rename(
            @RequestBody Written written,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        var name = Objects.requireNonNullElse(written.name(), "");
        var project = projects.rename(access.project(), name, IfMatch.header(ifMatch), access.actor());
        return Answers.entity(Shown.of(project), project.version());
    }

    @DeleteMapping("/{project}")
    @Allow(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Access access) {
        projects.delete(access.project(), IfMatch.header(ifMatch), access.actor());
    }
}
