package dev.interlock.security;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Optional;

/** Who works in a project; at most 1,000 people each. */
public interface Members {

    /** The members of a project, by name. */
    List<Member> all(ProjectId project);

    /** The role of a person in a project. */
    Optional<Role> roleOf(ProjectId project, long person);

    /** Adds a person who has an account already, or changes the role. */
    Member put(ProjectId project, long person, Role role, Actor actor);

    /** Ends a membership; the last administrator of a project stays. */
    void remove(ProjectId project, long person, Actor actor);
}
