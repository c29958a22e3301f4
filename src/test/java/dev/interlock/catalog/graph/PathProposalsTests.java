package dev.interlock.catalog.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.Integration;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Known;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.PathProposal;
import dev.interlock.catalog.ProtocolUse;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathProposalsTests {
    private final List<Service> services = new ArrayList<>();
    private final List<Integration> integrations = new ArrayList<>();

    @Test
    void putsTheRiskiestStructureFirstAndSaysWhy() {
        service("web", ServiceKind.INTERNAL, "shop", 3);
        service("orders", ServiceKind.INTERNAL, "shop", 3);
        service("payment", ServiceKind.INTERNAL, "money", 5);
        service("bank", ServiceKind.THIRD_PARTY, "", 5);
        service("news", ServiceKind.INTERNAL, "shop", 1);
        chain("web", "orders", "payment", "bank");
        chain("web", "news");

        var proposals = propose(Set.of("orders", "payment", "bank", "news"), List.of());

        assertThat(proposals.getFirst().draft().name()).isEqualTo("web → orders → payment → bank");
        assertThat(proposals.getFirst().draft().key()).isEqualTo(PathKey.of("web-bank"));
        assertThat(proposals.getFirst().why())
                .contains("third party bank")
                .contains("criticality 5")
                .contains("between teams");
        assertThat(proposals.getFirst().draft().origin()).isEqualTo(Origin.PROPOSED);
        assertThat(proposals).extracting(PathProposal::weight).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void proposesNoBeginningOfAnotherPath() {
        Stream.of("a", "b", "c", "d").forEach(key -> service(key, ServiceKind.INTERNAL, "", 3));
        chain("a", "b", "c", "d");
        chain("a", "c");
        chain("d", "b");

        var chains = propose(Set.of("a", "b", "c", "d"), List.of()).stream()
                .map(proposal -> PathShape.services(proposal.draft().effectiveHops()))
                .toList();

        assertThat(chains).isNotEmpty();
        assertThat(chains)
                .allSatisfy(one -> assertThat(chains)
                        .filteredOn(other -> other.size() > one.size()
                                && other.subList(0, one.size()).equals(one))
                        .isEmpty());
    }

    @Test
    void leavesOutWhatIsModelled() {
        Stream.of("web", "orders", "stock").forEach(key -> service(key, ServiceKind.INTERNAL, "", 3));
        chain("web", "orders", "stock");

        assertThat(propose(Set.of(), List.of(path("web", "orders", "stock")))).isEmpty();
        assertThat(propose(Set.of(), List.of(path("web", "orders")))).hasSize(1);
    }

    @Test
    void marksWhatIsHandedOverAsynchronously() {
        service("orders", ServiceKind.INTERNAL, "", 3);
        service("queue", ServiceKind.BROKER, "", 3);
        chain("orders", "queue");

        var proposal = propose(Set.of(), List.of()).getFirst();

        assertThat(proposal.draft().hops().getFirst().mode()).isEqualTo(Mode.ASYNC);
        assertThat(proposal.why()).contains("asynchronously to queue");
    }

    @Test
    void staysBoundedOnADenseGraph() {
        for (var i = 0; i < 40; i++) {
            service("s" + i, ServiceKind.INTERNAL, "", 1 + i % 5);
        }
        for (var i = 0; i < 40; i++) {
            for (var j = 0; j < 40; j++) {
                if (i != j) {
                    edge("s" + i, "s" + j);
                }
            }
        }

        var all = Set.copyOf(
                services.stream().map(service -> service.key().value()).toList());
        assertThat(propose(all, List.of())).hasSize(50);
    }

    @Test
    void leavesRoomForTheRestOfTheLandscapeBesideADenseCorner() {
        service("a-door", ServiceKind.INTERNAL, "", 5);
        for (var i = 0; i < 20; i++) {
            service("s" + i, ServiceKind.INTERNAL, "", 1);
            edge("a-door", "s" + i);
        }
        for (var i = 0; i < 20; i++) {
            for (var j = 0; j < 20; j++) {
                if (i != j) {
                    edge("s" + i, "s" + j);
                }
            }
        }
        service("z-door", ServiceKind.INTERNAL, "", 5);
        service("bank", ServiceKind.THIRD_PARTY, "", 5);
        edge("z-door", "bank");
        edge("a-door", "z-door");

        var described = Set.of(ServiceKey.of("a-door"), ServiceKey.of("z-door"));
        var graph = new ServiceGraph(services, integrations, described);
        var chains = new PathProposals(graph, List.of())
                .best(Integer.MAX_VALUE).stream()
                        .map(proposal -> proposal.draft().name())
                        .toList();

        assertThat(chains).contains("a-door → z-door → bank").hasSizeLessThanOrEqualTo(10_000);
    }

    private List<PathProposal> propose(Set<String> described, List<IntegrationPath> known) {
        var keys = Set.copyOf(described.stream().map(ServiceKey::of).toList());
        return new PathProposals(new ServiceGraph(services, integrations, keys), known).best(50);
    }

    private void service(String key, ServiceKind kind, String owner, int criticality) {
        services.add(new Service(ServiceKey.of(key), key, kind, owner, criticality, "", List.of(), 0));
    }

    private void chain(String... keys) {
        for (var i = 1; i < keys.length; i++) {
            edge(keys[i - 1], keys[i]);
        }
    }

    private void edge(String consumer, String provider) {
        integrations.add(new Integration(
                ServiceKey.of(consumer),
                ServiceKey.of(provider),
                List.of(new ProtocolUse("HTTP", List.of())),
                "",
                Set.of(Known.DECLARED),
                0));
    }

    private static IntegrationPath path(String... keys) {
        var services = Arrays.stream(keys).map(ServiceKey::of).toList();
        return new IntegrationPath(
                PathKey.of("known"), "known", List.of(), services, null, null, List.of(), "", Origin.MODELLED, 0);
    }
}
