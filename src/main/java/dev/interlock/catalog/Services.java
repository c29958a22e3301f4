package dev.interlock.catalog;

import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Optional;

/** The services of a project, at most 500. */
public interface Services {
    /** Every service, by key. */
    List<Service> all(ProjectId project);

    Optional<Service> find(ProjectId project, ServiceKey key);

    /** Creates or changes a service; a {@link CatalogProblem} tells every fault of the draft together. */
    Service put(ProjectId project, ServiceDraft draft, IfMatch ifMatch, Actor actor);

    /** Removes a service with its interfaces, versions and integrations; refused while a path travels through it. */
    void delete(ProjectId project, ServiceKey key, IfMatch ifMatch, Actor actor);
}
