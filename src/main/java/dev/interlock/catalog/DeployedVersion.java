package dev.interlock.catalog;

import java.time.Instant;

/**
 * A version that serves in an environment now.
 *
 * @param share share of the traffic, above 0 up to 1
 * @param instances instances that run it, 1 when instances are not told apart
 * @param since when the deployment finished
 */
public record DeployedVersion(
        ServiceKey service,
        EnvironmentKey environment,
        String version,
        UnitTests unitTests,
        double share,
        int instances,
        Instant since) {}
