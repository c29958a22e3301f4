package dev.interlock.security;

import java.util.Optional;

/** The first start: how an installation without anybody gets its first administrator. */
public interface Setup {

    /**
     * A one-time link, good for 30 minutes, to create the first administrator; empty when there is one. Links made
     * before stop working.
     *
     * @param baseUrl address of the service without a slash at the end
     */
    Optional<String> linkIfNeeded(String baseUrl);

    /** Whether nobody administers this installation yet. */
    boolean isNeeded();

    /** Whether the secret of a link is good now. */
    boolean isOpen(String secret);

    /** Creates the first administrator and uses the link up. */
    Person complete(String secret, NewPerson person);
}
