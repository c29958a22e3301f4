package dev.interlock.catalog.readiness;

import dev.interlock.catalog.DeployedVersion;
import dev.interlock.catalog.EndState;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Integration;
import dev.interlock.catalog.IntegrationOrder;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.OrderStrategy;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.Readiness;
import dev.interlock.catalog.ReadinessBoard;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceVersion;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.TargetCheck;
import dev.interlock.catalog.Versions;
import dev.interlock.catalog.service.LatestVersions;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what readiness is worked out from. */
@Component
class ReadinessView implements Readiness {
    private final Services services;
    private final Integrations integrations;
    private final Paths paths;
    private final Versions versions;
    private final LatestVersions latest;
    private final Environments environments;

    ReadinessView(
            Services services,
            Integrations integrations,
            Paths paths,
            Versions versions,
            LatestVersions latest,
            Environments environments) {
        this.services = services;
        this.integrations = integrations;
        this.paths = paths;
        this.versions = versions;
        this.latest = latest;
        this.environments = environments;
    }

    @Override
    @Transactional(readOnly = true)
    public ReadinessBoard board(ProjectId project, EnvironmentKey environment, Map<PathKey, Double> scores) {
        return new ReadinessRules(facts(project, environment), scores).board();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ServiceKey, EndState> services(ProjectId project, EnvironmentKey environment) {
        return new ReadinessRules(facts(project, environment, List.of(), List.of()), Map.of()).states();
    }

    @Override
    @Transactional(readOnly = true)
    public IntegrationOrder order(ProjectId project, EnvironmentKey environment, OrderStrategy strategy) {
        var facts = facts(project, environment);
        return new OrderRules(facts, new ReadinessRules(facts, Map.of()).board()).order(strategy);
    }

    private ReadinessRules.Facts facts(ProjectId project, EnvironmentKey environment) {
        return facts(project, environment, integrations.all(project), paths.all(project));
    }

    private ReadinessRules.Facts facts(
            ProjectId project, EnvironmentKey environment, List<Integration> between, List<IntegrationPath> along) {
        return new ReadinessRules.Facts(
                environment,
                services.all(project),
                between,
                along,
                deployed(project, environment),
                latest.latest(project).stream().collect(Collectors.toMap(ServiceVersion::service, version -> version)),
                reachable(project, environment));
    }

    private Map<ServiceKey, DeployedVersion> deployed(ProjectId project, EnvironmentKey environment) {
        return versions.matrix(project).stream()
                .filter(deployed -> deployed.environment().equals(environment))
                .collect(Collectors.toMap(DeployedVersion::service, deployed -> deployed, (largest, other) -> largest));
    }

    private Map<ServiceKey, Boolean> reachable(ProjectId project, EnvironmentKey environment) {
        return environments.lastChecks(project, environment).stream()
                .collect(Collectors.toMap(TargetCheck::service, TargetCheck::reachable));
    }
}
