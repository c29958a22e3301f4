package dev.interlock.catalog;

import java.util.List;

/**
 * How much of a path can be tested.
 *
 * @param longestReadyStretch services of the longest chain of ready hops, empty when no hop is ready
 * @param missing services that are not ready; stubs could stand in for them
 * @param missingWhy one sentence for each of them
 */
public record PathReadiness(
        PathKey path,
        ReadinessState state,
        List<ServiceKey> longestReadyStretch,
        List<ServiceKey> missing,
        List<String> missingWhy) {
    /** Copies the lists. */
    public PathReadiness {
        longestReadyStretch = List.copyOf(longestReadyStretch);
        missing = List.copyOf(missing);
        missingWhy = List.copyOf(missingWhy);
    }
}
