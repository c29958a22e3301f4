package dev.interlock.catalog;

import dev.interlock.outbound.Opening;
import java.util.List;
import java.util.Map;

/**
 * Where services run: an address and credentials for each, variables, and what may be reached.
 *
 * @param evidence whether outcomes here teach risk and verify paths
 * @param openings what an instance administrator opened beyond public addresses
 * @param version rises with every change, openings included
 */
public record Environment(
        EnvironmentKey key,
        String name,
        Map<ServiceKey, Target> targets,
        Map<String, Identity> identities,
        Map<String, String> variables,
        boolean protectedEnvironment,
        boolean evidence,
        List<Opening> openings,
        long version) {
    /** Copies the collections. */
    public Environment {
        targets = Map.copyOf(targets);
        identities = Map.copyOf(identities);
        variables = Map.copyOf(variables);
        openings = List.copyOf(openings);
    }

    /** The same as a draft, to change parts of it. */
    public EnvironmentDraft draft() {
        return new EnvironmentDraft(key, name, targets, identities, variables, protectedEnvironment, evidence);
    }
}
