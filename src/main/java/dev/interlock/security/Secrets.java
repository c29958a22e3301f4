package dev.interlock.security;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values that are written and never shown, encrypted at rest with a key of each project. A holder is whatever they belong
 * to, such as {@code env/staging}; at most 200 for each holder.
 */
public interface Secrets {

    /**
     * Sets a secret.
     *
     * @param name letters, digits, dot, underscore and dash, up to 63 characters
     * @param value 6 to 16,384 characters; shorter ones cannot be masked safely and are refused
     */
    void put(ProjectId project, String holder, String name, String value, Actor actor);

    /** Removes a secret; nothing happens when it is not there. */
    void remove(ProjectId project, String holder, String name, Actor actor);

    /** Removes every secret of a holder. */
    void removeAll(ProjectId project, String holder, Actor actor);

    /** What is known of the secrets of a holder, by name. */
    List<SecretInfo> list(ProjectId project, String holder);

    /** The value of a secret, for sending it; never for showing or storing it. */
    Optional<String> reveal(ProjectId project, String holder, String name);

    /** Every value of a holder by name, for sending and for {@link Masking}. */
    Map<String, String> revealAll(ProjectId project, String holder);
}
