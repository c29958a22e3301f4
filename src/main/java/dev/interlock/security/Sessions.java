package dev.interlock.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signing in and out on pages. Sessions end after 8 hours without a request and after 7 days. */
public interface Sessions {

    /**
     * Checks a password and opens a session under a new id. The browser is known from then on: wrong tries from elsewhere
     * do not delay the person there.
     *
     * @throws dev.interlock.platform.Problem when e-mail or password are wrong, or there were too many tries
     */
    Person signIn(HttpServletRequest request, HttpServletResponse response, String email, String password);

    /** Opens a session for somebody who has just proved who they are by a link. */
    void open(HttpServletRequest request, HttpServletResponse response, Person person);

    /** Ends the session of this request. */
    void close(HttpServletRequest request);

    /** The sessions of a person, latest used first. */
    List<OpenSession> list(long person, @Nullable HttpServletRequest current);

    /** Ends one session of a person; nothing happens when it is gone. */
    void end(long person, String handle);

    /** Ends every session of a person. */
    void endAll(long person);

    /**
     * A session, without its id.
     *
     * @param handle names the session for ending it, useless for anything else
     * @param current whether it is the one that asks
     */
    record OpenSession(
            String handle, Instant startedAt, Instant lastSeenAt, String address, String browser, boolean current) {}
}
