package dev.interlock.catalog;

import java.util.List;

/**
 * Whether an integration can be tested.
 *
 * @param missing one sentence for each end that is not ready
 */
public record IntegrationReadiness(
        ServiceKey consumer, ServiceKey provider, ReadinessState state, List<String> missing) {
    /** Copies the list. */
    public IntegrationReadiness {
        missing = List.copyOf(missing);
    }
}
