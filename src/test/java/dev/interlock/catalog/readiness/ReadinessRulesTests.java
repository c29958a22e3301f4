package dev.interlock.catalog.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.DeployedVersion;
import dev.interlock.catalog.EndState;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Hop;
import dev.interlock.catalog.Integration;
import dev.interlock.catalog.IntegrationOrder;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Known;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.OrderStrategy;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ReadinessBoard;
import dev.interlock.catalog.ReadinessState;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.ServiceVersion;
import dev.interlock.catalog.UnitTests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadinessRulesTests {
    private static final EnvironmentKey STAGING = EnvironmentKey.of("staging");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final List<Service> services = new ArrayList<>();
    private final Map<ServiceKey, DeployedVersion> deployed = new HashMap<>();
    private final Map<ServiceKey, ServiceVersion> latest = new HashMap<>();
    private final Map<ServiceKey, Boolean> reachable = new HashMap<>();

    ReadinessRulesTests() {
        List.of("web", "orders", "payment").forEach(key -> service(key, ServiceKind.INTERNAL));
        service("bank", ServiceKind.THIRD_PARTY);
    }

    @Test
    void saysUnknownWhereNothingWasReported() {
        var board = board(Map.of());

        assertThat(board.integrations())
                .allSatisfy(integration -> assertThat(integration.state()).isEqualTo(ReadinessState.UNKNOWN));
        assertThat(board.paths().getFirst().state()).isEqualTo(ReadinessState.UNKNOWN);
        assertThat(board.paths().getFirst().missingWhy()).contains("web: no version was reported");
    }

    @Test
    void isReadyWhenEveryEndIs() {
        List.of("web", "orders", "payment").forEach(key -> runs(key, UnitTests.PASSED));
        reachable.put(ServiceKey.of("bank"), true);

        var board = board(Map.of());

        assertThat(board.paths().getFirst().state()).isEqualTo(ReadinessState.READY);
        assertThat(board.paths().getFirst().longestReadyStretch()).hasSize(4);
        assertThat(board.nextToUnlock()).isEmpty();
    }

    @Test
    void showsTheLongestReadyStretchAndWhatIsMissing() {
        List.of("web", "orders", "payment").forEach(key -> runs(key, UnitTests.PASSED));
        reachable.put(ServiceKey.of("bank"), false);

        var path = board(Map.of()).paths().getFirst();

        assertThat(path.state()).isEqualTo(ReadinessState.PARTLY);
        assertThat(path.longestReadyStretch())
                .containsExactly(ServiceKey.of("web"), ServiceKey.of("orders"), ServiceKey.of("payment"));
        assertThat(path.missing()).containsExactly(ServiceKey.of("bank"));
        assertThat(path.missingWhy()).containsExactly("bank: it was not reachable at the last check");
    }

    @Test
    void isNotReadyWhenUnitTestsFailedOrNothingIsDeployed() {
        runs("web", UnitTests.FAILED);
        reported("orders", UnitTests.PASSED);
        runs("payment", UnitTests.UNKNOWN);

        var board = board(Map.of());

        assertThat(board.services())
                .containsEntry(ServiceKey.of("web"), EndState.UNIT_TESTS_FAILED)
                .containsEntry(ServiceKey.of("orders"), EndState.NOT_DEPLOYED)
                .containsEntry(ServiceKey.of("payment"), EndState.UNIT_TESTS_UNKNOWN)
                .containsEntry(ServiceKey.of("bank"), EndState.NOT_CHECKED);
        assertThat(board.paths().getFirst().state()).isEqualTo(ReadinessState.NOT_READY);
    }

    @Test
    void namesTheServiceThatUnlocksMost() {
        List.of("web", "orders").forEach(key -> runs(key, UnitTests.PASSED));
        reachable.put(ServiceKey.of("bank"), true);

        var next = board(Map.of(PathKey.of("pay"), 42.5)).nextToUnlock().getFirst();

        assertThat(next.service()).isEqualTo(ServiceKey.of("payment"));
        assertThat(next.integrations()).isEqualTo(2);
        assertThat(next.paths()).containsExactly(PathKey.of("pay"));
        assertThat(next.score()).isEqualTo(42.5);
    }

    @Test
    void ordersWhatIsNotReadyByEachStrategy() {
        assertThat(words(order(OrderStrategy.TOP_DOWN)))
                .isEqualTo("[web] stubs [orders for [web], payment for [web]]; "
                        + "[orders, payment] stubs [bank for [payment]]; [bank] stubs []");
        assertThat(words(order(OrderStrategy.BOTTOM_UP)))
                .isEqualTo("[bank] stubs []; [orders, payment] stubs []; [web] stubs []");
        assertThat(words(order(OrderStrategy.SANDWICH)))
                .isEqualTo("[bank, web] stubs [orders for [web], payment for [web]]; [orders, payment] stubs []");
        var least = order(OrderStrategy.LEAST_STUBS);
        assertThat(least.stubbedIntegrations()).isEqualTo(1);
        assertThat(least.exact()).isTrue();
        assertThat(least.steps().getLast().paths()).containsExactly(PathKey.of("pay"));
        assertThat(least.steps().getFirst().services()).containsExactly(ServiceKey.of("bank"));
    }

    @Test
    void shortensTheOrderAsServicesBecomeReady() {
        runs("payment", UnitTests.PASSED);
        runs("orders", UnitTests.PASSED);

        var order = order(OrderStrategy.LEAST_STUBS);

        assertThat(order.ready()).containsExactly(ServiceKey.of("orders"), ServiceKey.of("payment"));
        assertThat(order.steps()).hasSize(2);
        assertThat(order.steps().getFirst().droppedStubs()).containsExactly(ServiceKey.of("bank"));
        assertThat(order.steps().getLast().paths()).containsExactly(PathKey.of("pay"));
    }

    private ReadinessBoard board(Map<PathKey, Double> scores) {
        var edges = List.of(edge("web", "orders"), edge("orders", "payment"), edge("payment", "bank"));
        var hops = List.of(hop("web", "orders", 0), hop("orders", "payment", 1), hop("payment", "bank", 2));
        var keys = services.stream().map(Service::key).toList();
        var path = new IntegrationPath(
                PathKey.of("pay"), "Pay", hops, keys, null, null, List.of(), "", Origin.MODELLED, 0);
        var facts = new ReadinessRules.Facts(STAGING, services, edges, List.of(path), deployed, latest, reachable);
        return new ReadinessRules(facts, scores).board();
    }

    private IntegrationOrder order(OrderStrategy strategy) {
        var edges = List.of(
                edge("web", "orders"),
                edge("orders", "payment"),
                edge("payment", "bank"),
                edge("payment", "orders"),
                edge("web", "payment"));
        var hops = List.of(hop("web", "orders", 0), hop("orders", "payment", 1), hop("payment", "bank", 2));
        var keys = services.stream().map(Service::key).toList();
        var path = new IntegrationPath(
                PathKey.of("pay"), "Pay", hops, keys, null, null, List.of(), "", Origin.MODELLED, 0);
        var facts = new ReadinessRules.Facts(STAGING, services, edges, List.of(path), deployed, latest, reachable);
        return new OrderRules(facts, new ReadinessRules(facts, Map.of()).board()).order(strategy);
    }

    private static String words(IntegrationOrder order) {
        return order.steps().stream()
                .map(step -> step.services() + " stubs "
                        + step.stubs().stream()
                                .map(stub -> stub.service() + " for " + stub.callers())
                                .toList())
                .collect(Collectors.joining("; "));
    }

    private void service(String key, ServiceKind kind) {
        services.add(new Service(ServiceKey.of(key), key, kind, "", 3, "", List.of(), 0));
    }

    private void runs(String key, UnitTests verdict) {
        var service = ServiceKey.of(key);
        reported(key, verdict);
        deployed.put(service, new DeployedVersion(service, STAGING, "1", verdict, 1, 1, NOW));
    }

    private void reported(String key, UnitTests verdict) {
        var service = ServiceKey.of(key);
        latest.put(service, new ServiceVersion(service, "1", "", "", verdict, NOW));
    }

    private static Integration edge(String consumer, String provider) {
        return new Integration(
                ServiceKey.of(consumer), ServiceKey.of(provider), List.of(), "", Set.of(Known.DECLARED), 0);
    }

    private static Hop hop(String consumer, String provider, int index) {
        return new Hop(
                ServiceKey.of(consumer), ServiceKey.of(provider), null, Mode.SYNC, index == 0 ? null : index - 1);
    }
}
