package dev.interlock.security.guard;

import dev.interlock.security.Access;
import dev.interlock.security.Accesses;
import dev.interlock.security.Members;
import dev.interlock.security.Project;
import dev.interlock.security.Projects;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.security.SignedIn;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Works out an access anew for each request, so that a lost role counts at once. */
@Component
class AccessLookup implements Accesses {
    private final Projects projects;
    private final Members members;

    AccessLookup(Projects projects, Members members) {
        this.projects = projects;
        this.members = members;
    }

    @Override
    public Optional<Access> of(SignedIn asker, String projectKey) {
        return projects.find(projectKey)
                .filter(project -> asker.onlyProject() == null || project.id().equals(asker.onlyProject()))
                .flatMap(project -> roleOf(asker, project).map(role -> access(asker, project, role)));
    }

    private Optional<Role> roleOf(SignedIn asker, Project project) {
        var hasNoOwner = asker.personId() == 0;
        return asker.instanceAdmin() || hasNoOwner
                ? Optional.of(Role.ADMIN)
                : members.roleOf(project.id(), asker.personId());
    }

    private static Access access(SignedIn asker, Project project, Role role) {
        var scopes = EnumSet.noneOf(Scope.class);
        role.scopes().stream().filter(asker::allows).forEach(scopes::add);
        return new Access(
                project.id(), project.key(), project.name(), role, scopes, asker.actor(), asker.instanceAdmin());
    }
}
