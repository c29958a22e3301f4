package dev.interlock.catalog.service;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Deployed;
import dev.interlock.catalog.DeployedVersion;
import dev.interlock.catalog.DeploymentReport;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceVersion;
import dev.interlock.catalog.VersionReport;
import dev.interlock.catalog.VersionReported;
import dev.interlock.catalog.Versions;
import dev.interlock.catalog.store.Faults;
import dev.interlock.catalog.store.ProjectLock;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps versions and knows what is deployed now. */
@Component
class VersionStore implements Versions, LatestVersions {
    private final VersionTable table;
    private final ServiceStore services;
    private final ProjectLock lock;
    private final ApplicationEventPublisher news;

    VersionStore(VersionTable table, ServiceStore services, ProjectLock lock, ApplicationEventPublisher news) {
        this.table = table;
        this.services = services;
        this.lock = lock;
        this.news = news;
    }

    @Override
    @Transactional
    public ServiceVersion report(ProjectId project, ServiceKey service, VersionReport report, Actor actor) {
        checked(report);
        lock.hold(project);
        services.ensure(project, service, actor);
        table.report(project, service, report);
        var stored = new ServiceVersion(
                service, report.version(), report.commit(), report.branch(), report.unitTests(), report.at());
        news.publishEvent(new VersionReported(project, stored));
        return stored;
    }

    @Override
    @Transactional
    public void deploy(ProjectId project, DeploymentReport report, Actor actor) {
        checked(report);
        lock.hold(project);
        services.ensure(project, report.service(), actor);
        var before = deployed(project, report.environment()).get(report.service());
        var outdated = table.isOutdated(project, report);
        table.log(project, report);
        if (!outdated) {
            apply(project, report);
        }
        var after = deployed(project, report.environment()).get(report.service());
        if (after != null && !after.equals(before)) {
            news.publishEvent(
                    new Deployed(project, report.service(), after, report.environment(), report.at(), before == null));
        }
    }

    private void apply(ProjectId project, DeploymentReport report) {
        switch (report.state()) {
            case STARTED -> {}
            case FINISHED -> table.finish(project, report);
            case ROLLED_BACK -> table.rollBack(project, report);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ServiceKey, String> deployed(ProjectId project, EnvironmentKey environment) {
        return table.deployed(project, environment.value()).stream()
                .collect(Collectors.toMap(
                        DeployedVersion::service, DeployedVersion::version, (largest, other) -> largest));
    }

    @Override
    @Transactional(readOnly = true)
    public List<ServiceVersion> of(ProjectId project, ServiceKey service) {
        return table.of(project, service);
    }

    @Override
    @Transactional(readOnly = true)
    public List<DeployedVersion> matrix(ProjectId project) {
        return table.deployed(project, "");
    }

    @Override
    @Transactional(readOnly = true)
    public List<ServiceVersion> latest(ProjectId project) {
        return table.latest(project);
    }

    private static void checked(VersionReport report) {
        new Faults()
                .require(!report.version().isBlank(), "version", "is empty", "Name the build, such as 2.4.1.")
                .text("version", report.version(), 120)
                .text("commit", report.commit(), 80)
                .text("branch", report.branch(), 250)
                .refuse(CatalogProblem.VERSION_IS_INVALID, "version");
    }

    private static void checked(DeploymentReport report) {
        new Faults()
                .require(!report.version().isBlank(), "version", "is empty", "Name the build, such as 2.4.1.")
                .text("version", report.version(), 120)
                .text("instance", report.instance(), 120)
                .require(
                        report.share() > 0 && report.share() <= 1,
                        "share",
                        "is " + report.share(),
                        "Use a share above 0 up to 1.")
                .refuse(CatalogProblem.DEPLOYMENT_IS_INVALID, "deployment");
    }
}
