package dev.interlock.web.services;

import dev.interlock.catalog.DeployedVersion;
import dev.interlock.catalog.Integration;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.InterfaceRevision;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.OperationInfo;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceVersion;
import dev.interlock.catalog.Versions;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.TestKey;
import dev.interlock.web.paths.PathRow;
import dev.interlock.web.paths.PathRows;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the tabs of a service show. */
@Component
class ServiceFacts {
    private final Interfaces interfaces;
    private final Integrations integrations;
    private final Versions versions;
    private final Paths paths;
    private final PathRows rows;
    private final ServiceTests tests;

    ServiceFacts(
            Interfaces interfaces,
            Integrations integrations,
            Versions versions,
            Paths paths,
            PathRows rows,
            ServiceTests tests) {
        this.interfaces = interfaces;
        this.integrations = integrations;
        this.versions = versions;
        this.paths = paths;
        this.rows = rows;
        this.tests = tests;
    }

    /** Who calls the service and whom it calls. */
    record Neighbours(List<Integration> incoming, List<Integration> outgoing) {}

    /** An operation with the tests that call it. */
    record OperationRow(OperationInfo operation, List<TestKey> tests) {}

    Optional<InterfaceRevision> revision(ProjectId project, ServiceKey service) {
        return interfaces.current(project, service);
    }

    Neighbours integrations(ProjectId project, ServiceKey service) {
        var all = integrations.all(project);
        return new Neighbours(
                all.stream().filter(one -> one.provider().equals(service)).toList(),
                all.stream().filter(one -> one.consumer().equals(service)).toList());
    }

    List<PathRow> paths(ProjectId project, ServiceKey service) {
        return rows.of(project, paths.through(project, service));
    }

    List<ServiceVersion> versions(ProjectId project, ServiceKey service) {
        return versions.of(project, service);
    }

    List<DeployedVersion> deployed(ProjectId project, ServiceKey service) {
        return versions.matrix(project).stream()
                .filter(one -> one.service().equals(service))
                .toList();
    }

    List<OperationRow> operations(ProjectId project, ServiceKey service) {
        var callers = tests.callers(project, service);
        return interfaces.operations(project, service).stream()
                .map(operation -> new OperationRow(operation, callers.getOrDefault(operation.key(), List.of())))
                .toList();
    }

    List<ServiceTests.Row> tests(ProjectId project, ServiceKey service) {
        return tests.of(project, service);
    }
}
