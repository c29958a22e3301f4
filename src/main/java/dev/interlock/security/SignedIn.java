package dev.interlock.security;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, before a project is looked at: the person of a session or the owner behind a token. Controllers take it as
 * an argument.
 *
 * @param personId the person, also for a token; 0 for tokens of a first start without a person
 * @param scopes what the token is good for; every scope for a session
 * @param onlyProject the one project a token is bound to, null when it is not bound
 */
public record SignedIn(
        long personId,
        Actor actor,
        boolean instanceAdmin,
        Set<Scope> scopes,
        @Nullable ProjectId onlyProject) {

    /** Where a request keeps its sender; set by the filters of this module. */
    public static final String ATTRIBUTE = SignedIn.class.getName();

    /** Copies the scopes. */
    public SignedIn {
        scopes = Set.copyOf(scopes);
    }

    /** Who sent a request, as far as session or token told. */
    public static Optional<SignedIn> of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof SignedIn signedIn ? Optional.of(signedIn) : Optional.empty();
    }

    /** Whether the scope is held; {@link Scope#ADMIN} holds all of them. */
    public boolean allows(Scope wanted) {
        return scopes.contains(wanted) || scopes.contains(Scope.ADMIN);
    }
}
