package dev.interlock.security;

import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Optional;

/** The teams of a project, at most 200. */
public interface Teams {

    /** All of them, by name. */
    List<Team> all(ProjectId project);

    /** The team with this key. */
    Optional<Team> find(ProjectId project, String key);

    /** The keys of the teams somebody is in, for the filter "mine". */
    List<String> of(ProjectId project, long person);

    /** Creates or changes a team. */
    Team put(ProjectId project, TeamDraft draft, IfMatch version, Actor actor);

    /** Deletes a team. */
    void delete(ProjectId project, String key, IfMatch version, Actor actor);

    /** What is written of a team. */
    record TeamDraft(String key, String name, List<Team.Channel> channels, List<Long> members) {}
}
