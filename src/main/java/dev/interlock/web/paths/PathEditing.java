package dev.interlock.web.paths;

import dev.interlock.catalog.Integration;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which services may follow next while a path is put together. */
@Component
class PathEditing {
    private final Services services;
    private final Integrations integrations;

    PathEditing(Services services, Integrations integrations) {
        this.services = services;
        this.integrations = integrations;
    }

    /**
     * A service to choose.
     *
     * @param known whether an integration leads to it from the last one chosen
     */
    record Choice(Service service, boolean known) {}

    /** The services still to choose: those an integration leads to first. */
    List<Choice> choices(ProjectId project, List<ServiceKey> chosen) {
        var next = chosen.isEmpty() ? consumers(project) : providers(project, chosen.getLast());
        return services.all(project).stream()
                .filter(service -> !chosen.contains(service.key()))
                .map(service -> new Choice(service, next.contains(service.key())))
                .sorted(java.util.Comparator.comparing(Choice::known).reversed())
                .toList();
    }

    private Set<ServiceKey> consumers(ProjectId project) {
        return integrations.all(project).stream().map(Integration::consumer).collect(Collectors.toSet());
    }

    private Set<ServiceKey> providers(ProjectId project, ServiceKey consumer) {
        return integrations.all(project).stream()
                .filter(integration -> integration.consumer().equals(consumer))
                .map(Integration::provider)
                .collect(Collectors.toSet());
    }
}
