package dev.interlock.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopTests {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final List<ShopSpan> spans = new CopyOnWriteArrayList<>();
    private final Shop shop = Shop.open(spans::add);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void closeTheShop() {
        http.close();
        shop.close();
    }

    @Test
    void checkoutGoesThroughEveryServiceAndIsToldAsOneTrace() throws Exception {
        var answer = checkout();

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"state\":\"PAID\"");
        await().until(() -> spans.stream().anyMatch(span -> span.service().equals("notification")));
        assertThat(spans).extracting(ShopSpan::traceId).containsOnly(TRACE);
        assertThat(spans)
                .filteredOn(span -> span.kind() == ShopSpan.Kind.SERVER)
                .extracting(ShopSpan::service)
                .contains("gateway", "orders", "inventory", "payment", "bank", "shipping", "notification");
    }

    @ParameterizedTest
    @CsvSource({
        "bank, BAD_GATEWAY, payment, bank",
        "payment, WRONG_FIELD, orders, payment",
        "inventory, SLOW, orders, inventory",
        "shipping, BAD_GATEWAY, orders, shipping"
    })
    void aFaultBreaksTheCheckoutAndTheDeepestCallThatFailedTellsWhere(
            String service, Fault fault, String consumer, String provider) throws Exception {
        shop.fault(service, fault);

        var answer = checkout();

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(spans)
                .filteredOn(span -> span.kind() == ShopSpan.Kind.CLIENT && span.error() != null)
                .first()
                .satisfies(span -> assertThat(List.of(span.service(), String.valueOf(span.peer())))
                        .containsExactly(consumer, provider));
    }

    @Test
    void aFlakyServiceFailsEverySecondRequest() throws Exception {
        shop.fault("catalog", Fault.FLAKY);

        assertThat(List.of(products().statusCode(), products().statusCode())).containsExactly(503, 200);
    }

    @Test
    void aWrongFieldIsPassedOnByTheGateway() throws Exception {
        shop.fault("catalog", Fault.WRONG_FIELD);

        assertThat(products().body()).contains("\"price\":\"6.5\"");
    }

    @Test
    void everyServiceServesItsDocument() throws Exception {
        for (var service : shop.services()) {
            var answer = send(HttpRequest.newBuilder(URI.create(shop.baseUrl(service) + "/openapi.yaml")));

            assertThat(answer.body()).startsWith("openapi: ");
        }
    }

    private HttpResponse<String> products() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(shop.baseUrl("gateway") + "/products")));
    }

    private HttpResponse<String> checkout() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(shop.baseUrl("gateway") + "/checkout"))
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"product": "tea-100", "quantity": 2, "card": "4242"}""")));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
