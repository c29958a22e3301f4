package dev.interlock.security;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * What the asker may do in the project of the address. Controllers take it as an argument; it is there only when the
 * mapping let the request pass.
 *
 * @param role the role in this project; an instance administrator is {@link Role#ADMIN} everywhere
 * @param scopes what the token is good for; every scope when a person is signed in
 * @param instanceAdmin whether the asker administers all of Interlock
 */
public record Access(
        ProjectId project,
        String projectKey,
        String projectName,
        Role role,
        Set<Scope> scopes,
        Actor actor,
        boolean instanceAdmin) {

    /** Where a request keeps its access; set by the gate of this module. */
    public static final String ATTRIBUTE = Access.class.getName();

    /** Copies the scopes. */
    public Access {
        scopes = Set.copyOf(scopes);
    }

    /** The access a request was let through with, if its mapping belongs to a project. */
    public static Optional<Access> of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Access access ? Optional.of(access) : Optional.empty();
    }

    /** Whether the role is this one or a higher one. */
    public boolean allows(Role wanted) {
        return role.includes(wanted);
    }

    /** Whether the scope is held; {@link Scope#ADMIN} holds all of them. */
    public boolean allows(Scope wanted) {
        return scopes.contains(wanted) || scopes.contains(Scope.ADMIN);
    }
}
