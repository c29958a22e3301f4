package dev.interlock.web.services;

import dev.interlock.catalog.Service;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.Versions;
import dev.interlock.platform.ProjectId;
import dev.interlock.web.paths.PathRow;
import dev.interlock.web.paths.PathRows;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts what is known of a service on one line. */
@Component
class ServiceRows {
    private final Services services;
    private final Versions versions;
    private final PathRows paths;

    ServiceRows(Services services, Versions versions, PathRows paths) {
        this.services = services;
        this.versions = versions;
        this.paths = paths;
    }

    List<ServiceRow> all(ProjectId project) {
        var rows = paths.all(project);
        return services.all(project).stream()
                .map(service -> row(project, service, rows))
                .toList();
    }

    private ServiceRow row(ProjectId project, Service service, List<PathRow> rows) {
        var newest = versions.of(project, service.key()).stream().findFirst().orElse(null);
        return new ServiceRow(
                service,
                newest,
                rows.stream()
                        .filter(row -> row.path().services().contains(service.key()))
                        .toList());
    }
}
