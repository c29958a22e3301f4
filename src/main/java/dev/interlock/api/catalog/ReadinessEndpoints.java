package dev.interlock.api.catalog;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.IntegrationOrder;
import dev.interlock.catalog.OrderStrategy;
import dev.interlock.catalog.Readiness;
import dev.interlock.catalog.ReadinessBoard;
import dev.interlock.risk.PathRisk;
import dev.interlock.risk.RiskBoard;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be tested now. */
@RestController
@RequestMapping("/api/v1/projects/{project}/readiness")
class ReadinessEndpoints {
    private final Readiness readiness;
    private final Environments environments;
    private final RiskBoard risk;

    ReadinessEndpoints(Readiness readiness, Environments environments, RiskBoard risk) {
        this.readiness = readiness;
        this.environments = environments;
        this.risk = risk;
    }

    @GetMapping
    @Allow(Role.VIEWER)
    ReadinessBoard board(@RequestParam String env, Access access) {
        var environment = environments
                .find(access.project(), EnvironmentKey.of(env))
                .orElseThrow(
                        () -> CatalogProblem.ENVIRONMENT_IS_UNKNOWN.because("No environment has the key " + env + "."));
        var scores = risk.all(access.project()).stream().collect(Collectors.toMap(PathRisk::path, PathRisk::score));
        return readiness.board(access.project(), environment.key(), scores);
    }

    /** A sequence in which the services that are not ready are integrated, with the stubs each step needs. */
    @GetMapping("/order")
    @Allow(Role.VIEWER)
    IntegrationOrder order(
            @RequestParam String env,
            @RequestParam(defaultValue = "LEAST_STUBS") OrderStrategy strategy,
            Access access) {
        var environment = environments
                .find(access.project(), EnvironmentKey.of(env))
                .orElseThrow(
                        () -> CatalogProblem.ENVIRONMENT_IS_UNKNOWN.because("No environment has the key " + env + "."));
        return readiness.order(access.project(), environment.key(), strategy);
    }
}
