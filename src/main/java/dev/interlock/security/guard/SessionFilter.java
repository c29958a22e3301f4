package dev.interlock.security.guard;

import dev.interlock.platform.Actor;
import dev.interlock.security.Person;
import dev.interlock.security.Scope;
import dev.interlock.security.SignedIn;
import dev.interlock.security.person.SessionStore;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the person of a session; a bearer token means nothing here. */
final class SessionFilter extends OncePerRequestFilter {
    private final SessionStore sessions;

    SessionFilter(SessionStore sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        sessions.personOf(request).ifPresent(person -> Sender.set(request, signedIn(person)));
        chain.doFilter(request, response);
    }

    private static SignedIn signedIn(Person person) {
        var actor = Actor.person(Long.toString(person.id()), person.name());
        return new SignedIn(person.id(), actor, person.instanceAdmin(), Set.of(Scope.values()), null);
    }
}
