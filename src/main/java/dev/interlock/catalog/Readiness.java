package dev.interlock.catalog;

import dev.interlock.platform.ProjectId;
import java.util.Map;

/** When testing can begin: which integrations and paths are ready in an environment. It advises and forbids nothing. */
public interface Readiness {
    /**
     * The board of an environment.
     *
     * @param scores score of each path, used to order what unlocks most; may be empty
     */
    ReadinessBoard board(ProjectId project, EnvironmentKey environment, Map<PathKey, Double> scores);

    /** How far each service of an environment is. */
    Map<ServiceKey, EndState> services(ProjectId project, EnvironmentKey environment);

    /** A sequence in which the services that are not ready are integrated, with the stubs each step needs. */
    IntegrationOrder order(ProjectId project, EnvironmentKey environment, OrderStrategy strategy);
}
