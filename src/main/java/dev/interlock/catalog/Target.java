package dev.interlock.catalog;

/**
 * Where a service is found in an environment.
 *
 * @param baseUrl absolute http or https address; may hold {@code {variable}} references of the environment
 * @param maxConcurrency requests at the same time, 1 to 256
 * @param identity name of an identity of the environment, or empty
 * @param versionProbe path that answers the version in its body, such as {@code /actuator/info}, or in a header, such as
 *     {@code /health#X-App-Version}; or empty
 */
public record Target(String baseUrl, int maxConcurrency, String identity, String versionProbe) {
    /** A target without identity or probe that takes eight requests at a time. */
    public static Target at(String baseUrl) {
        return new Target(baseUrl, 8, "", "");
    }
}
