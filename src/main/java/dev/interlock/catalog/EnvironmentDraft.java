package dev.interlock.catalog;

import java.util.Map;

/**
 * What is to be stored of an environment; openings and secrets are kept apart.
 *
 * @param targets at most 500, by service
 * @param identities at most 50, by name
 * @param variables at most 200, by name
 * @param protectedEnvironment whether starting a run asks for a typed confirmation
 * @param evidence whether outcomes here teach risk and verify paths
 */
public record EnvironmentDraft(
        EnvironmentKey key,
        String name,
        Map<ServiceKey, Target> targets,
        Map<String, Identity> identities,
        Map<String, String> variables,
        boolean protectedEnvironment,
        boolean evidence) {
    /** Copies the collections. */
    public EnvironmentDraft {
        targets = Map.copyOf(targets);
        identities = Map.copyOf(identities);
        variables = Map.copyOf(variables);
    }
}
