package dev.interlock.catalog;

import java.time.Instant;

/**
 * What CI or a probe says of a deployment.
 *
 * @param instance name of one instance, or empty for all of them
 * @param share share of the traffic, above 0 up to 1
 */
public record DeploymentReport(
        ServiceKey service,
        String version,
        EnvironmentKey environment,
        String instance,
        double share,
        DeploymentState state,
        Instant at) {
    /** The whole service runs this version in the environment from this moment on. */
    public static DeploymentReport finished(
            ServiceKey service, String version, EnvironmentKey environment, Instant at) {
        return new DeploymentReport(service, version, environment, "", 1.0, DeploymentState.FINISHED, at);
    }
}
