package dev.interlock.web.map;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.Integration;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.history.ProblemGroup;
import dev.interlock.history.Problems;
import dev.interlock.platform.ProjectId;
import dev.interlock.web.map.MapLayout.Wire;
import dev.interlock.web.paths.PathRow;
import dev.interlock.web.paths.PathRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The services, the wires between them, the paths over them and what is wrong with them. */
record Landscape(List<Service> services, List<Wire> wires, List<PathRow> paths, List<ProblemGroup> problems) {
    private static final int MOST_PROBLEMS = 200;

    /** Reads a project's landscape. */
    @Component
    static class Reader {
        private final Services services;
        private final Integrations integrations;
        private final PathRows paths;
        private final Problems problems;

        Reader(Services services, Integrations integrations, PathRows paths, Problems problems) {
            this.services = services;
            this.integrations = integrations;
            this.paths = paths;
            this.problems = problems;
        }

        Landscape read(ProjectId project) {
            var rows = paths.all(project);
            var known = integrations.all(project).stream().map(Reader::wire);
            var travelled =
                    rows.stream().flatMap(row -> row.path().hops().stream()).map(Landscape::wire);
            var wires = Stream.concat(known, travelled)
                    .distinct()
                    .sorted(Comparator.comparing(Wire::consumer).thenComparing(Wire::provider))
                    .toList();
            var open = problems.open(project, null, MOST_PROBLEMS).items();
            return new Landscape(services.all(project), wires, rows, open);
        }

        private static Wire wire(Integration integration) {
            return new Wire(integration.consumer(), integration.provider());
        }
    }

    static Wire wire(Hop hop) {
        return new Wire(hop.consumer(), hop.provider());
    }

    /** The part within so many steps of a service, in either direction. */
    Landscape around(ServiceKey focus, int depth) {
        Set<ServiceKey> near = new HashSet<>(Set.of(focus));
        for (var step = 0; step < depth; step++) {
            var known = Set.copyOf(near);
            wires.stream().filter(wire -> known.contains(wire.consumer())).forEach(wire -> near.add(wire.provider()));
            wires.stream().filter(wire -> known.contains(wire.provider())).forEach(wire -> near.add(wire.consumer()));
        }
        return only(near);
    }

    /** Only what no test exercises. */
    Landscape untested() {
        var open = paths.stream().filter(row -> row.tests() == 0).toList();
        var keys = open.stream().flatMap(row -> row.path().services().stream()).collect(Collectors.toSet());
        var part = only(keys);
        return new Landscape(part.services(), part.wires(), open, problems);
    }

    /** The paths over each wire. */
    TreeMap<String, List<PathRow>> pathsByWire() {
        var by = new TreeMap<String, List<PathRow>>();
        for (var row : paths) {
            row.path().hops().stream()
                    .map(Hop::edge)
                    .distinct()
                    .forEach(edge ->
                            by.computeIfAbsent(edge, none -> new ArrayList<>()).add(row));
        }
        return by;
    }

    private Landscape only(Set<ServiceKey> keys) {
        return new Landscape(
                services.stream()
                        .filter(service -> keys.contains(service.key()))
                        .toList(),
                wires.stream()
                        .filter(wire -> keys.contains(wire.consumer()) && keys.contains(wire.provider()))
                        .toList(),
                paths,
                problems);
    }
}
