package dev.interlock.catalog;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be stored of a path: services in order as shorthand for a plain chain, or hops.
 *
 * @param name at most 200 characters; the chain when blank
 * @param services a chain of two or more; ignored when hops are given
 * @param hops at most 60, acyclic
 * @param likelihoodRating 1 to 5, or null when nobody rated it
 * @param impactRating 1 to 5, or null when nobody rated it
 * @param requirements references of requirements or tickets, at most 50
 * @param team key of a team, or empty
 */
public record PathDraft(
        PathKey key,
        String name,
        List<ServiceKey> services,
        List<Hop> hops,
        @Nullable Integer likelihoodRating,
        @Nullable Integer impactRating,
        List<String> requirements,
        String team,
        Origin origin) {
    /** Copies the lists. */
    public PathDraft {
        services = List.copyOf(services);
        hops = List.copyOf(hops);
        requirements = List.copyOf(requirements);
    }

    /** A plain modelled chain. */
    public static PathDraft chain(PathKey key, String name, List<ServiceKey> services) {
        return new PathDraft(key, name, services, List.of(), null, null, List.of(), "", Origin.MODELLED);
    }

    /** The hops as given, or those of the chain of services. */
    public List<Hop> effectiveHops() {
        if (!hops.isEmpty()) {
            return hops;
        }
        return IntStream.range(1, services.size())
                .mapToObj(i -> Hop.sync(services.get(i - 1), services.get(i)))
                .toList();
    }
}
