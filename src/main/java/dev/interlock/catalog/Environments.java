package dev.interlock.catalog;

import dev.interlock.outbound.Opening;
import dev.interlock.outbound.OutboundPolicy;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Optional;

/** The environments of a project, at most 50. */
public interface Environments {
    /** The holder of the secrets of an environment, as {@code security.Secrets} knows it. */
    static String secretHolder(EnvironmentKey key) {
        return "env/" + key;
    }

    /** Every environment, by key. */
    List<Environment> all(ProjectId project);

    Optional<Environment> find(ProjectId project, EnvironmentKey key);

    /** Creates or changes an environment; a {@link CatalogProblem} tells every fault of the draft together. */
    Environment put(ProjectId project, EnvironmentDraft draft, IfMatch ifMatch, Actor actor);

    void delete(ProjectId project, EnvironmentKey key, IfMatch ifMatch, Actor actor);

    /** Opens one range more. Callers make sure that the actor is an instance administrator; the step is audited. */
    Environment open(ProjectId project, EnvironmentKey key, Opening opening, Actor actor);

    /** Replaces all openings; the same conditions as {@link #open}. */
    Environment setOpenings(ProjectId project, EnvironmentKey key, List<Opening> openings, Actor actor);

    /** Asks every target once over HTTP and keeps the answers; by service. */
    List<TargetCheck> check(ProjectId project, EnvironmentKey key);

    /** The answers kept by the last check, by service; empty before the first. */
    List<TargetCheck> lastChecks(ProjectId project, EnvironmentKey key);

    /** What requests to this environment may reach. */
    OutboundPolicy policy(ProjectId project, EnvironmentKey key);
}
