package dev.interlock.risk.store;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.InterfaceRevision;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.Requirements;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Services;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.HopFacts;
import dev.interlock.risk.HopFacts.Teams;
import dev.interlock.risk.HopFacts.Tested;
import dev.interlock.risk.HopId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads from the catalog what the structure of hops is worked out from. */
@Component
class Landscape {
    private final Paths paths;
    private final Services services;
    private final Interfaces interfaces;
    private final Integrations integrations;
    private final Requirements requirements;
    private final ServiceNotes notes;

    Landscape(
            Paths paths,
            Services services,
            Interfaces interfaces,
            Integrations integrations,
            Requirements requirements,
            ServiceNotes notes) {
        this.paths = paths;
        this.services = services;
        this.interfaces = interfaces;
        this.integrations = integrations;
        this.requirements = requirements;
        this.notes = notes;
    }

    /** The landscape of a project as it is now. */
    View of(ProjectId project) {
        var operations = interfaces.all(project).stream()
                .collect(Collectors.toMap(
                        revision -> revision.service().value(), InterfaceRevision::operations, Integer::sum));
        var byKey = services.all(project).stream()
                .collect(Collectors.toMap(service -> service.key().value(), s -> s));
        return new View(paths.all(project), byKey, operations, used(project), notes.of(project), asked(project));
    }

    /** The impact of each requirement that has one. */
    private Map<String, Integer> asked(ProjectId project) {
        var impacts = new HashMap<String, Integer>();
        for (var requirement : requirements.all(project)) {
            var impact = requirement.impact();
            if (impact != null) {
                impacts.put(requirement.reference(), impact);
            }
        }
        return impacts;
    }

    private Map<HopId, Set<String>> used(ProjectId project) {
        var used = new HashMap<HopId, Set<String>>();
        integrations
                .all(project)
                .forEach(integration -> integration
                        .protocols()
                        .forEach(protocol -> used.computeIfAbsent(
                                        new HopId(
                                                integration.consumer().value(),
                                                integration.provider().value()),
                                        _ -> new HashSet<>())
                                .addAll(protocol.operations())));
        return used;
    }

    /**
     * A landscape at one moment.
     *
     * @param operations operations of the interfaces on file, by service
     * @param used operations known to be used over each hop
     * @param asked impact of the requirements that have one, by reference
     */
    record View(
            List<IntegrationPath> paths,
            Map<String, Service> services,
            Map<String, Integer> operations,
            Map<HopId, Set<String>> used,
            Map<String, ServiceNote> notes,
            Map<String, Integer> asked) {

        /** The integrations a path travels, each once. */
        static List<HopId> hops(IntegrationPath path) {
            return path.hops().stream().map(View::id).distinct().toList();
        }

        /** The hops of the paths through a service, and those that touch it. */
        Set<HopId> near(String service) {
            var near = new HashSet<HopId>();
            for (var path : paths) {
                var hops = hops(path);
                if (hops.stream().anyMatch(hop -> hop.touches(service))) {
                    near.addAll(hops);
                }
            }
            return near;
        }

        static HopId id(Hop hop) {
            return new HopId(hop.consumer().value(), hop.provider().value());
        }

        Map<PathKey, IntegrationPath> byKey() {
            return paths.stream().collect(Collectors.toMap(IntegrationPath::key, path -> path));
        }

        /** Facts of every hop that a path travels. */
        List<HopFacts> facts() {
            var callers = new HashMap<String, Set<String>>();
            var asynchronous = new HashSet<HopId>();
            var hops = new LinkedHashMap<HopId, Set<String>>();
            for (var path : paths) {
                for (var hop : path.hops()) {
                    var id = id(hop);
                    addTo(hops.computeIfAbsent(id, _ -> new HashSet<>(used.getOrDefault(id, Set.of()))), hop);
                    callers.computeIfAbsent(id.provider(), _ -> new HashSet<>()).add(id.consumer());
                    if (hop.mode() == Mode.ASYNC) {
                        asynchronous.add(id);
                    }
                }
            }
            return hops.entrySet().stream()
                    .map(entry -> facts(
                            entry.getKey(),
                            asynchronous.contains(entry.getKey()),
                            readsOnly(entry.getValue()),
                            callers.getOrDefault(entry.getKey().provider(), Set.of())
                                    .size()))
                    .toList();
        }

        private static void addTo(Set<String> operations, Hop hop) {
            var operation = hop.operation();
            if (operation != null) {
                operations.add(operation);
            }
        }

        private HopFacts facts(HopId hop, boolean asynchronous, boolean readsOnly, int callers) {
            var kind = kind(hop.provider());
            var size = operations.getOrDefault(hop.provider(), 0);
            return new HopFacts(
                    hop,
                    kind == ServiceKind.THIRD_PARTY,
                    asynchronous,
                    size > 0 || kind == ServiceKind.DATABASE || kind == ServiceKind.BROKER,
                    teams(owner(hop.consumer()), owner(hop.provider())),
                    kind == ServiceKind.DATABASE && callers > 1,
                    readsOnly,
                    tested(hop),
                    size,
                    callers);
        }

        private static boolean readsOnly(Set<String> operations) {
            return !operations.isEmpty()
                    && operations.stream()
                            .allMatch(operation -> operation.startsWith("GET ") || operation.startsWith("HEAD "));
        }

        private static Teams teams(String consumer, String provider) {
            if (!consumer.equals(provider)) {
                return Teams.TWO;
            }
            return consumer.isEmpty() ? Teams.NOT_KNOWN : Teams.SAME;
        }

        private Tested tested(HopId hop) {
            var ends = List.of(tested(hop.consumer()), tested(hop.provider()));
            return ends.contains(Tested.NOT_PASSED)
                    ? Tested.NOT_PASSED
                    : ends.contains(Tested.NOT_REPORTED) ? Tested.NOT_REPORTED : Tested.PASSED;
        }

        private Tested tested(String service) {
            if (kind(service) != ServiceKind.INTERNAL) {
                return Tested.PASSED;
            }
            var note = notes.get(service);
            return note == null ? Tested.NOT_REPORTED : note.tested();
        }

        private ServiceKind kind(String service) {
            var known = services.get(service);
            return known == null ? ServiceKind.INTERNAL : known.kind();
        }

        private String owner(String service) {
            var known = services.get(service);
            return known == null ? "" : known.owner();
        }
    }
}
