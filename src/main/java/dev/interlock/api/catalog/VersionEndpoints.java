package dev.interlock.api.catalog;

import dev.interlock.catalog.DeployedVersion;
import dev.interlock.catalog.DeploymentReport;
import dev.interlock.catalog.DeploymentState;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceVersion;
import dev.interlock.catalog.UnitTests;
import dev.interlock.catalog.VersionReport;
import dev.interlock.catalog.Versions;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Versions, deployments and what they make ready. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
class VersionEndpoints {
    private final Versions versions;
    private final InstantSource clock;

    VersionEndpoints(Versions versions, InstantSource clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** What CI reports after unit tests. */
    record Reported(
            @Nullable String version,
            @Nullable String commit,
            @Nullable String branch,
            @Nullable UnitTests unitTests,
            @Nullable Instant at) {}

    /** What CI reports after a deployment. */
    record Deployment(
            @Nullable String service,
            @Nullable String version,
            @Nullable String environment,
            @Nullable String instance,
            @Nullable Double share,
            @Nullable DeploymentState state,
            @Nullable Instant at) {}

    /** Service by environment: what runs where. */
    record Matrix(List<DeployedVersion> items) {}

    @PostMapping("/services/{key}/versions")
    @Allow(value = Role.TESTER, scope = Scope.RESULT_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    ServiceVersion report(@PathVariable String key, @RequestBody Reported reported, Access access) {
        var report = new VersionReport(
                Given.or(reported.version(), ""),
                Given.or(reported.commit(), ""),
                Given.or(reported.branch(), ""),
                Given.or(reported.unitTests(), UnitTests.UNKNOWN),
                Given.or(reported.at(), clock.instant()));
        return versions.report(access.project(), ServiceKey.of(key), report, access.actor());
    }

    @GetMapping("/services/{key}/versions")
    @Allow(Role.VIEWER)
    Slice<ServiceVersion> list(@PathVariable String key, Access access) {
        return new Slice<>(versions.of(access.project(), ServiceKey.of(key)), null);
    }

    @PostMapping("/deployments")
    @Allow(value = Role.TESTER, scope = Scope.RESULT_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    DeploymentReport deploy(@RequestBody Deployment reported, Access access) {
        var report = new DeploymentReport(
                ServiceKey.of(Given.or(reported.service(), "")),
                Given.or(reported.version(), ""),
                EnvironmentKey.of(Given.or(reported.environment(), "")),
                Given.or(reported.instance(), ""),
                Given.or(reported.share(), 1.0),
                Given.or(reported.state(), DeploymentState.FINISHED),
                Given.or(reported.at(), clock.instant()));
        versions.deploy(access.project(), report, access.actor());
        return report;
    }

    @GetMapping("/versions/matrix")
    @Allow(Role.VIEWER)
    Matrix matrix(Access access) {
        return new Matrix(versions.matrix(access.project()));
    }
}
