package dev.interlock.catalog;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.List;

/** Requirements as links; paths and test cases name them by reference. At most 5,000 per project. */
public interface Requirements {
    /** Every requirement, by reference. */
    List<Requirement> all(ProjectId project);

    /** Creates or changes a requirement. */
    Requirement put(ProjectId project, Requirement requirement, Actor actor);

    void delete(ProjectId project, String reference, Actor actor);
}
