package dev.interlock.catalog.graph;

import dev.interlock.catalog.Integration;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Services and integrations as a graph. Integrations of unknown services are left out. */
final class ServiceGraph {
    private static final Set<String> ASYNC = Set.of("AMQP", "KAFKA", "MQTT", "JMS", "STOMP", "NATS", "SQS", "EVENT");

    private final Map<ServiceKey, Service> services = new TreeMap<>();
    private final Map<ServiceKey, List<Integration>> outgoing = new TreeMap<>();
    private final Set<ServiceKey> consumed = new HashSet<>();
    private final Set<ServiceKey> described;

    ServiceGraph(List<Service> services, List<Integration> integrations, Set<ServiceKey> described) {
        services.forEach(service -> this.services.put(service.key(), service));
        this.described = described;
        integrations.stream()
                .filter(edge ->
                        this.services.containsKey(edge.consumer()) && this.services.containsKey(edge.provider()))
                .forEach(edge -> {
                    outgoing.computeIfAbsent(edge.consumer(), key -> new ArrayList<>())
                            .add(edge);
                    consumed.add(edge.provider());
                });
    }

    /** Where use cases begin: services nobody consumes, and internal ones that offer an interface. */
    List<ServiceKey> entries() {
        return services.values().stream()
                .filter(service -> isRoot(service.key())
                        || (service.kind() == ServiceKind.INTERNAL && described.contains(service.key())))
                .map(Service::key)
                .filter(outgoing::containsKey)
                .toList();
    }

    boolean isRoot(ServiceKey key) {
        return !consumed.contains(key);
    }

    List<Integration> from(ServiceKey key) {
        return outgoing.getOrDefault(key, List.of());
    }

    Service service(ServiceKey key) {
        return Objects.requireNonNull(services.get(key));
    }

    boolean isAsync(Integration edge) {
        return service(edge.provider()).kind() == ServiceKind.BROKER
                || (!edge.protocols().isEmpty()
                        && edge.protocols().stream()
                                .allMatch(use -> ASYNC.contains(use.protocol().toUpperCase(Locale.ROOT))));
    }

    boolean isThirdParty(Integration edge) {
        return service(edge.provider()).kind() == ServiceKind.THIRD_PARTY;
    }

    /** Whether the provider ought to have an interface on file and has none. */
    boolean lacksInterface(Integration edge) {
        var kind = service(edge.provider()).kind();
        return (kind == ServiceKind.INTERNAL || kind == ServiceKind.THIRD_PARTY)
                && !described.contains(edge.provider());
    }

    boolean crossesTeams(Integration edge) {
        var consumer = service(edge.consumer()).owner();
        var provider = service(edge.provider()).owner();
        return !consumer.isEmpty() && !provider.isEmpty() && !consumer.equals(provider);
    }
}
