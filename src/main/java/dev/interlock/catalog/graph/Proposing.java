package dev.interlock.catalog.graph;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.InterfaceRevision;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.Observations;
import dev.interlock.catalog.PathProposal;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.Services;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts proposals together: ways that traces showed first, then what the integrations suggest. */
@Component
class Proposing {
    private static final int MOST = 200;

    private final Services services;
    private final Integrations integrations;
    private final Interfaces interfaces;
    private final Observations observations;

    Proposing(Services services, Integrations integrations, Interfaces interfaces, Observations observations) {
        this.services = services;
        this.integrations = integrations;
        this.interfaces = interfaces;
        this.observations = observations;
    }

    /** At most so many proposals that are none of the known paths. */
    List<PathProposal> propose(ProjectId project, List<IntegrationPath> known, int limit) {
        var most = Math.clamp(limit, 1, MOST);
        var registered = services.all(project);
        var described =
                interfaces.all(project).stream().map(InterfaceRevision::service).collect(Collectors.toSet());
        var graph = new ServiceGraph(registered, integrations.all(project), described);
        var suggested = new PathProposals(graph, known).best(most);
        var taken = Stream.concat(
                        known.stream().map(path -> path.key().value()),
                        suggested.stream().map(one -> one.draft().key().value()))
                .collect(Collectors.toSet());
        var keys = registered.stream().map(Service::key).collect(Collectors.toSet());
        var seen = new ObservedProposals(keys, taken).of(observations.paths(project, most));
        var chains =
                seen.stream().map(one -> PathShape.services(one.draft().hops())).collect(Collectors.toSet());
        return Stream.concat(
                        seen.stream(),
                        suggested.stream()
                                .filter(one -> !chains.contains(
                                        PathShape.services(one.draft().hops()))))
                .limit(most)
                .toList();
    }
}
