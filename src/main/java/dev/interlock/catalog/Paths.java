package dev.interlock.catalog;

import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Optional;

/** The integration paths of a project, at most 5,000. */
public interface Paths {
    /** Every path, by key. */
    List<IntegrationPath> all(ProjectId project);

    Optional<IntegrationPath> find(ProjectId project, PathKey key);

    /**
     * Creates or changes a path; a {@link CatalogProblem} tells every fault of the draft together. Integrations it travels
     * over are declared when they are not known yet.
     */
    IntegrationPath put(ProjectId project, PathDraft draft, IfMatch ifMatch, Actor actor);

    void delete(ProjectId project, PathKey key, IfMatch ifMatch, Actor actor);

    /**
     * Paths the integrations suggest and nobody modelled yet, riskiest structure first. Nothing is stored.
     *
     * @param limit 1 to 200
     */
    List<PathProposal> propose(ProjectId project, int limit);

    /** The paths that travel through a service, by key. */
    List<IntegrationPath> through(ProjectId project, ServiceKey service);
}
