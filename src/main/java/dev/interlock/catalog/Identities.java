package dev.interlock.catalog;

import dev.interlock.outbound.OutboundPolicy;
import dev.interlock.outbound.TlsMaterial;
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

    /** The secret of an environment that holds certificates of authorities to trust beyond the usual ones, in PEM. */
    String AUTHORITIES = "TLS_CA";

    /**
     * What connections for this identity prove themselves with, and whom connections of the environment trust.
     *
     * @param identity name, or empty for none
     * @throws dev.interlock.platform.Problem {@link CatalogProblem#IDENTITY_IS_UNUSABLE} when a secret is missing
     */
    default TlsMaterial tls(ProjectId project, Environment environment, String identity) {
        return TlsMaterial.NONE;
    }

    /** Forgets a token that a target refused, so that the next call fetches another. */
    void forget(ProjectId project, EnvironmentKey environment, String identity);
}
