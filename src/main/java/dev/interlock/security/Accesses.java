package dev.interlock.security;

import java.util.Optional;

/** What somebody may do where. */
public interface Accesses {

    /** The access of the asker to a project; empty when the project is unknown or not theirs. */
    Optional<Access> of(SignedIn asker, String projectKey);
}
