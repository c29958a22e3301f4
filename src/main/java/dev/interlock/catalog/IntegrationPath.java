package dev.interlock.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a use case travels, from an entry to the leaves.
 *
 * @param hops in order; {@code after} of each names the hop it follows
 * @param services each service once, in the order it is first met
 * @param likelihoodRating 1 to 5, or null when nobody rated it
 * @param impactRating 1 to 5, or null when nobody rated it
 * @param requirements references of requirements or tickets
 * @param team key of a team, or empty
 * @param version rises with every change
 */
public record IntegrationPath(
        PathKey key,
        String name,
        List<Hop> hops,
        List<ServiceKey> services,
        @Nullable Integer likelihoodRating,
        @Nullable Integer impactRating,
        List<String> requirements,
        String team,
        Origin origin,
        long version) {
    /** Copies the lists. */
    public IntegrationPath {
        hops = List.copyOf(hops);
        services = List.copyOf(services);
        requirements = List.copyOf(requirements);
    }

    /** The same as a draft, to change parts of it. */
    public PathDraft draft() {
        return new PathDraft(key, name, services, hops, likelihoodRating, impactRating, requirements, team, origin);
    }
}
