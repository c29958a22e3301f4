package dev.interlock.catalog;

import java.util.List;
import java.util.Map;

/**
 * What can be tested in one environment now.
 *
 * @param services state of every service
 * @param nextToUnlock services worth most when they become ready, first one first
 */
public record ReadinessBoard(
        EnvironmentKey environment,
        Map<ServiceKey, EndState> services,
        List<IntegrationReadiness> integrations,
        List<PathReadiness> paths,
        List<Unlock> nextToUnlock) {
    /** Copies the collections. */
    public ReadinessBoard {
        services = Map.copyOf(services);
        integrations = List.copyOf(integrations);
        paths = List.copyOf(paths);
        nextToUnlock = List.copyOf(nextToUnlock);
    }
}
