package dev.interlock.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.execution.ItemNotes.VersionSeen;
import dev.interlock.history.CauseClass;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.platform.database.TestDatabase;
import dev.interlock.stub.Stub;
import dev.interlock.testcase.CrashPolicy;
import dev.interlock.testcase.TestKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
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
            assertThat(failure.cause()).isEqualTo(CauseClass.RESET);
            assertThat(failure.blame()).isNotNull();
            assertThat(failure.blame().provider()).isEqualTo(TestNeighbours.ORDERS);
        }
    }

    @Test
    void marksWhatAStandInAnswered() throws IOException {
        try (var world = world(HttpExchange::close)) {
            var known = world.get(TestNeighbours.Knowledge.class);
            known.stubs = List.of(new Stub(TestNeighbours.ORDERS, "/stubs/a", Instant.EPOCH, "Tess"));
            known.unreachable = "nobody answers";

            var run = world.await(world.request());

            assertThat(run.counts().passed()).isEqualTo(1);
            assertThat(requests).hasValue(0);
            assertThat(detail(world, run).item().notes().stubs()).containsExactly(TestNeighbours.ORDERS);
            assertThat(known.history)
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.stubbed()).isTrue());
        }
    }

    @Test
    void looksUpTheVersionBeforeAndAfter() throws IOException {
        try (var world = world(probed(asked -> "1.4"))) {
            world.get(TestNeighbours.Knowledge.class).probe = "/version";

            var run = world.await(world.request());

            assertThat(run.counts().passed()).isEqualTo(1);
            assertThat(detail(world, run).item().notes())
                    .isEqualTo(new ItemNotes(
                            List.of(), List.of(new VersionSeen(TestNeighbours.ORDERS, "", "1.4", "1.4")), false));
        }
    }

    @Test
    void repeatsOnceWhatADeploymentCameInto() throws IOException {
        try (var world = world(probed(asked -> asked == 1 ? "1.4" : "1.5"))) {
            world.get(TestNeighbours.Knowledge.class).probe = "/version";

            var run = world.await(world.request());

            var detail = detail(world, run);
            assertThat(run.counts().passed()).isEqualTo(1);
            assertThat(run.counts().flaky()).isZero();
            assertThat(detail.attempts()).hasSize(2);
            assertThat(detail.item().notes().repeated()).isTrue();
            assertThat(detail.item().notes().versions())
                    .containsExactly(new VersionSeen(TestNeighbours.ORDERS, "", "1.5", "1.5"));
        }
    }

    @Test
    void callsBrokenWhatDeploymentsCameIntoTwice() throws IOException {
        try (var world = world(probed(asked -> "1." + asked))) {
            world.get(TestNeighbours.Knowledge.class).probe = "/version";

            var run = world.await(world.request());

            var item = detail(world, run).item();
            assertThat(run.counts().broken()).isEqualTo(1);
            assertThat(item.failure()).isNotNull();
            assertThat(item.failure().sentence()).startsWith("A deployment came in between: orders from 1.");
            assertThat(world.get(TestNeighbours.Knowledge.class).history)
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.teaches()).isFalse());
        }
    }

    /** Orders, and a version that depends on how often it was asked for. */
    private static Reply probed(IntFunction<String> version) {
        var asked = new AtomicInteger();
        return exchange -> {
            if (exchange.getRequestURI().getPath().equals("/version")) {
                answer(exchange, 200, "{\"build\":{\"version\":\"" + version.apply(asked.incrementAndGet()) + "\"}}");
            } else {
                answer(exchange, 200, "{\"id\":\"42\",\"total\":12.5}");
            }
        };
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
