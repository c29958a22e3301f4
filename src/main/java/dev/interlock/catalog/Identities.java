package dev.interlock.catalog;

import dev.interlock.outbound.OutboundPolicy;
import dev.interlock.platform.ProjectId;

/** Turns identities of environments into what a request carries; tokens are fetched once and kept until they expire. */
public interface Identities {
    /**
     * What a request carries to speak for this identity.
     *
     * @throws dev.interlock.platform.Problem {@link CatalogProblem#IDENTITY_IS_UNUSABLE} when a secret is missing or the
     *     token is refused
     */
    Credentials credentialsFor(ProjectId project, Environment environment, String identity, OutboundPolicy policy);

    /** Forgets a token that a target refused, so that the next call fetches another. */
    void forget(ProjectId project, EnvironmentKey environment, String identity);
}
