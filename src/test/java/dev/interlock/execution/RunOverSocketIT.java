package dev.interlock.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.history.CauseClass;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.platform.database.TestDatabase;
import dev.interlock.testcase.CrashPolicy;
import dev.interlock.testcase.TestKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Runs that send real requests over loopback. */
class RunOverSocketIT {
    private static final String INTERFACE = """
            openapi: 3.1.0
            info: {title: Orders, version: "1"}
            paths:
              /orders/{id}:
                get:
                  operationId: readOrder
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                  responses:
                    "200":
                      description: the order
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [id, total]
                            properties:
                              id: {type: string}
                              total: {type: number}
            """;

    private static final String WORKFLOW = """
            arazzo: 1.0.1
            info: {title: Read an order, version: "1"}
            sourceDescriptions:
              - {name: orders, url: ./orders.yaml, type: openapi}
            workflows:
              - workflowId: w
                inputs:
                  type: object
                  properties:
                    apiSecret: {type: string}
                steps:
                  - stepId: read
                    operationId: readOrder
                    parameters:
                      - {name: id, in: path, value: "42"}
                      - {name: X-Secret, in: header, value: $inputs.apiSecret}
                    successCriteria:
                      - condition: $statusCode == 200
                      - condition: $response.body#/total == 12.5
                    outputs:
                      total: $response.body#/total
            """;

    private final String database = TestDatabase.newDatabase();
    private final List<String> traceparents = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void passesAndRecordsTheExchangeWithoutItsSecrets() throws IOException {
        try (var world =
                world(exchange -> answer(exchange, 200, "{\"id\":\"42\",\"total\":12.5,\"echo\":\"s3cret-value\"}"))) {
            var run = world.await(world.request());

            assertThat(run.counts().passed()).isEqualTo(1);
            var attempt = detail(world, run).attempts().getFirst();
            var exchange = attempt.steps().getFirst().exchanges().getFirst();
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.service()).isEqualTo(TestNeighbours.ORDERS);
            assertThat(exchange.responseBody()).isNotNull();
            assertThat(exchange.responseBody().text()).contains("12.5").contains("$apiSecret");
            assertThat(exchange.timings()).isNotNull();
            assertThat(exchange.curl()).contains("curl").contains("$apiSecret");
            assertThat(attempt.steps().getFirst().outputs()).containsEntry("total", "12.5");
            assertThat(detail(world, run).toString()).doesNotContain("s3cret-value");
            assertThat(traceparents)
                    .first()
                    .asString()
                    .contains(attempt.traceId())
                    .contains(exchange.spanId());
        }
    }

    @Test
    void saysWhatWasExpectedAndWhatCame() throws IOException {
        try (var world = world(exchange -> answer(exchange, 200, "{\"id\":\"42\",\"total\":13}"))) {
            var run = world.await(world.request());

            assertThat(run.counts().failed()).isEqualTo(1);
            var detail = detail(world, run);
            assertThat(detail.item().failure()).isNotNull();
            assertThat(detail.item().failure().cause()).isEqualTo(CauseClass.ASSERTION);
            assertThat(detail.item().failure().step()).isEqualTo("read");
            assertThat(detail.attempts().getLast().steps().getFirst().criteria())
                    .anySatisfy(criterion -> {
                        assertThat(criterion.held()).isFalse();
                        assertThat(criterion.operands())
                                .anySatisfy(
                                        operand -> assertThat(operand.value()).isEqualTo("13"));
                    });
        }
    }

    @Test
    void findsABrokenContract() throws IOException {
        try (var world = world(exchange -> answer(exchange, 200, "{\"id\":42,\"total\":12.5}"))) {
            var run = world.await(world.request());

            assertThat(run.counts().failed()).isEqualTo(1);
            var detail = detail(world, run);
            assertThat(detail.item().failure()).isNotNull();
            assertThat(detail.item().failure().cause()).isEqualTo(CauseClass.CONTRACT);
            assertThat(detail.item().failure().blame()).isNotNull();
            assertThat(detail.item().failure().blame().provider()).isEqualTo(TestNeighbours.ORDERS);
            assertThat(detail.attempts().getLast().steps().getFirst().contract())
                    .anySatisfy(broken -> assertThat(broken.where()).contains("id"));
        }
    }

    @Test
    void callsWhatFailedAndThenPassedFlaky() throws IOException {
        try (var world = world(
                exchange -> answer(exchange, requests.get() == 1 ? 500 : 200, "{\"id\":\"42\",\"total\":12.5}"))) {
            var run = world.await(world.request());

            assertThat(run.counts().passed()).isEqualTo(1);
            assertThat(run.counts().flaky()).isEqualTo(1);
            assertThat(detail(world, run).attempts()).hasSize(2);
            assertThat(world.get(TestNeighbours.Knowledge.class).history)
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.flakyInRun()).isTrue());
        }
    }

    @Test
    void blamesTheEntryWhenTheConnectionBreaks() throws IOException {
        try (var world = world(HttpExchange::close)) {
            var run = world.await(world.request());

            assertThat(run.counts().broken()).isEqualTo(1);
            var failure = detail(world, run).item().failure();
            assertThat(failure).isNotNull();
            assertThat(failure.cause()).isEqualTo(CauseClass.CONNECT);
            assertThat(failure.blame()).isNotNull();
            assertThat(failure.blame().provider()).isEqualTo(TestNeighbours.ORDERS);
        }
    }

    private interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    private TestWorld world(Reply reply) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            traceparents.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
            reply.to(exchange);
        });
        server.start();
        var world = TestWorld.on(database, null)
                .with(TestWorld.test("read-order", TestKind.WORKFLOW, WORKFLOW, CrashPolicy.RERUN));
        var known = world.get(TestNeighbours.Knowledge.class);
        known.baseUrl = "http://127.0.0.1:" + server.getAddress().getPort();
        known.document = OpenApiDocument.read("orders.yaml", INTERFACE);
        known.secrets = Map.of("apiSecret", "s3cret-value");
        return world;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static ItemDetail detail(TestWorld world, Run run) {
        return world.get(RunItems.class).item(TestWorld.PROJECT, run.id(), 1).orElseThrow();
    }
}
