package dev.interlock.security;

import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Optional;

/** The projects of this installation, at most 1,000. */
public interface Projects {

    /**
     * Creates a project; a person who creates it becomes its administrator.
     *
     * @throws dev.interlock.platform.Problem when the key is malformed or taken, or the name empty or too long
     */
    Project create(String key, String name, Actor actor);

    /** Creates the project of the demo, marked so. */
    Project createDemo(String key, String name, Actor actor);

    /** The project with this key. */
    Optional<Project> find(String key);

    /** The project with this id. */
    Optional<Project> find(ProjectId id);

    /** The projects the asker may see, by name. */
    List<Project> visibleTo(SignedIn asker);

    /** Every project, by name; for what runs over all of them. */
    List<Project> all();

    /** Gives a project another name. */
    Project rename(ProjectId project, String name, IfMatch version, Actor actor);

    /**
     * Deletes a project with everything in it; publishes {@link ProjectDeleted} in the same transaction. Its audit
     * entries stay.
     */
    void delete(ProjectId project, IfMatch version, Actor actor);
}
