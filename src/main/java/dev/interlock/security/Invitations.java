package dev.interlock.security;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Invitations by link; at most 200 open ones for each project. */
public interface Invitations {

    /**
     * Makes an invitation.
     *
     * @param validFor up to 30 days
     * @return the invitation and the secret that belongs into its link, shown this once
     */
    Made invite(ProjectId project, Role role, Duration validFor, Actor actor);

    /** The open invitations of a project. */
    List<Invitation> open(ProjectId project);

    /** Takes an invitation back. */
    void withdraw(ProjectId project, long invitation, Actor actor);

    /** The open invitation of a link. */
    Optional<Invitation> find(String secret);

    /** A signed-in person joins. Refused when the link was used or has expired. */
    Project accept(String secret, long person);

    /** Somebody without an account gets one and joins. */
    Project accept(String secret, NewPerson person);

    /** An invitation just made. */
    record Made(Invitation invitation, String secret) {}
}
