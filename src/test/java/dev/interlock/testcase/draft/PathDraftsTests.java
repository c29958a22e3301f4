package dev.interlock.testcase.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.OpenApiDocument;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PathDraftsTests {
    private static final ServiceKey GATEWAY = new ServiceKey("gateway");
    private static final ServiceKey ORDERS = new ServiceKey("orders");
    private static final ServiceKey BANK = new ServiceKey("bank");

    @Test
    void callsTheEntryWithWhatLeadsOnAndAsksTheFurtherServices() {
        var path = path(hop(GATEWAY, ORDERS, null), hop(ORDERS, BANK, null));
        var documents = Map.of(
                GATEWAY, document("/carts", "/orders"), ORDERS, document("/orders"), BANK, document("/accounts"));

        var draft = PathDrafts.of(path, documents, Set.of()).orElseThrow();

        var calls = ArazzoDocument.read(draft.document()).calls("path-pay");
        assertThat(calls)
                .extracting(call -> call.source() + " " + call.title())
                .containsExactly("gateway GET /orders", "orders GET /orders", "bank GET /accounts");
        assertThat(draft.toFillIn()).isEmpty();
        assertThat(draft.document()).contains("x-interlock-covers").contains("- pay");
    }

    @Test
    void startsWhereTheFirstInterfaceIs() {
        var draft = PathDrafts.of(
                        path(hop(GATEWAY, ORDERS, "GET /orders")),
                        Map.of(ORDERS, document("/stock", "/orders")),
                        Set.of())
                .orElseThrow();

        assertThat(ArazzoDocument.read(draft.document()).calls("path-pay"))
                .singleElement()
                .satisfies(call -> assertThat(call.title()).isEqualTo("GET /orders"));
    }

    @Test
    void draftsNothingWithoutAnInterface() {
        assertThat(PathDrafts.of(path(hop(GATEWAY, ORDERS, null)), Map.of(), Set.of()))
                .isEmpty();
    }

    private static OpenApiDocument document(String... paths) {
        var text = new StringBuilder("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n");
        for (var path : paths) {
            text.append("  ").append(path).append(":\n    get: {responses: {'200': {description: ok}}}\n");
        }
        return OpenApiDocument.read("document.yaml", text.toString());
    }

    private static IntegrationPath path(Hop... hops) {
        var services = new LinkedHashSet<ServiceKey>();
        Arrays.stream(hops).forEach(hop -> services.addAll(List.of(hop.consumer(), hop.provider())));
        return new IntegrationPath(
                new PathKey("pay"),
                "Pay",
                List.of(hops),
                List.copyOf(services),
                null,
                null,
                List.of(),
                "",
                Origin.MODELLED,
                1);
    }

    private static Hop hop(ServiceKey consumer, ServiceKey provider, @Nullable String operation) {
        return new Hop(consumer, provider, operation, Mode.SYNC, null);
    }
}
