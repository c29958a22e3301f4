package dev.interlock.catalog;

import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Optional;

/** The integrations of a project, at most 3,000. */
public interface Integrations {
    /** Every integration, by consumer and provider. */
    List<Integration> all(ProjectId project);

    Optional<Integration> find(ProjectId project, ServiceKey consumer, ServiceKey provider);

    /** Creates or changes an integration between two registered services. */
    Integration put(ProjectId project, IntegrationDraft draft, IfMatch ifMatch, Actor actor);

    /** Adds how an integration is known and the operations seen, without taking anything away; creates it when absent. */
    Integration learn(ProjectId project, IntegrationDraft seen, Actor actor);

    /** Removes an integration; refused while a path travels over it. */
    void delete(ProjectId project, ServiceKey consumer, ServiceKey provider, IfMatch ifMatch, Actor actor);
}
