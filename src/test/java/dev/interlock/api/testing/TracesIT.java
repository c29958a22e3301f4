package dev.interlock.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.execution.TraceSpans;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Members;
import dev.interlock.security.Projects;
import dev.interlock.security.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Traces as an exporter sends them, and what becomes of them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "interlock.traces.quiet=100ms")
class TracesIT {
    private static final Path FIXTURES = Path.of("src/test/fixtures/traces");
    private static final String JSON = "application/json";

    @LocalServerPort
    int port;

    @Autowired
    Projects projects;

    @Autowired
    Members members;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient sql;

    @Autowired
    TraceSpans spans;

    private ProjectId project;
    private Caller api;
    private String token;

    @BeforeEach
    void enter() {
        var made = projects.create("t" + UUID.randomUUID(), "Traces", Actor.system("test"));
        project = made.id();
        token = TestTokens.manager(made.id(), sql, members, tokens);
        api = new Caller(port, made.key(), token);
    }

    @Test
    void whatIsSentIsOfferedAndAccepted() throws Exception {
        var trace = TraceSpans.RUN_MARK + "%024x".formatted(1);
        assertThat(send(JSON, "", checkout("%032x".formatted(7))).statusCode()).isEqualTo(200);
        var answer = send(JSON + "; charset=utf-8", "gzip", zipped(checkout(trace)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(JSON);
        assertThat(answer.body()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(spans.of(project, trace)).hasSize(3).anyMatch(span -> span.failed() && span.isCall());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                api.get("/observed/integrations").json().path("items"))
                        .hasSize(1));
        var seen = api.get("/observed/integrations").json().path("items").get(0);
        assertThat(seen.path("consumer").asString()).isEqualTo("gateway");
        assertThat(seen.path("provider").asString()).isEqualTo("orders");
        assertThat(seen.path("calls").asInt()).isEqualTo(2);
        assertThat(seen.path("errorPercent").asDouble()).isEqualTo(100);
        assertThat(seen.path("p95Ms").asDouble()).isBetween(20.0, 40.0);
        var ways = api.get("/observed/paths").json().path("items");
        assertThat(ways).hasSize(1);
        assertThat(ways.get(0).path("sharePercent").asDouble()).isEqualTo(100);

        var accepted = api.json("POST", "/observed/accept", "{}");

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(api.get("/integrations/gateway/orders").json().path("known").toString())
                .contains("TRACE");
        var proposed =
                api.json("POST", "/paths/propose", "").json().path("items").get(0);
        assertThat(proposed.path("why").asString()).contains("Observed in traces: 100.0 %");
    }

    @Test
    void refusesWhatIsNotOtlpInTheEncodingOfTheRequest() throws Exception {
        assertThat(send("text/plain", "", new byte[0]).statusCode()).isEqualTo(415);
        assertThat(send(JSON, "br", new byte[0]).statusCode()).isEqualTo(415);
        assertThat(send(JSON, "gzip", new byte[] {1, 2, 3}).statusCode()).isEqualTo(400);
        var refused = send(JSON, "", "{\"resourceSpans\":".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonMapper.shared().readTree(refused.body()).path("message").asString())
                .contains("line 1");
        var binary = send("application/x-protobuf", "", new byte[] {10, 127});
        assertThat(binary.statusCode()).isEqualTo(400);
        assertThat(binary.headers().firstValue("Content-Type")).hasValue("application/x-protobuf");
        assertThat(send("application/x-protobuf", "", new byte[0]).statusCode()).isEqualTo(200);
        token = "none";
        assertThat(send(JSON, "", "{}".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void tellsWhichSpansItLeftOut() throws Exception {
        var body = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"1\",\"name\":\"odd\"}]}]}]}";

        var answer = send(JSON, "", body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        var partial = JsonMapper.shared().readTree(answer.body()).path("partialSuccess");
        assertThat(partial.path("rejectedSpans").asString()).isEqualTo("1");
        assertThat(partial.path("errorMessage").asString()).contains("odd");
    }

    @Test
    void readsFilesOfOtherTools() throws IOException {
        var names = List.of("zipkin--messaging.json", "train-ticket--cancel-1.json", "jaeger-ui--testTrace.json");
        for (var name : names) {
            var bytes = Files.readAllBytes(FIXTURES.resolve(name));
            var preview = api.raw("POST", "/imports?dryRun=true&name=" + name, JSON, bytes);
            assertThat(preview.json().path("kind").asString()).as(name).isEqualTo("TRACES");
            assertThat(api.raw("POST", "/imports?name=" + name, JSON, bytes).status())
                    .isEqualTo(200);
        }

        var edges = api.get("/observed/integrations")
                .json()
                .path("items")
                .valueStream()
                .map(edge -> edge.path("consumer").asString() + " -> "
                        + edge.path("provider").asString())
                .toList();

        assertThat(edges)
                .contains(
                        "frontend -> backend",
                        "ts-cancel-service -> ts-order-service",
                        "ts-cancel-service -> ts-order-other-service",
                        "service1 -> service2");
    }

    private HttpResponse<byte[]> send(String type, String encoding, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/traces"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        if (!encoding.isEmpty()) {
            request.header("Content-Encoding", encoding);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    /** gateway calls orders, which answers 500. */
    private static byte[] checkout(String trace) {
        var now = System.currentTimeMillis() * 1_000_000;
        return """
                {"resourceSpans":[
                 {"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"gateway"}}]},"scopeSpans":[{"spans":[
                  {"traceId":"%1$s","spanId":"00000000000000a1","name":"POST /checkout","kind":2,"startTimeUnixNano":"%2$d","endTimeUnixNano":"%3$d"},
                  {"traceId":"%1$s","spanId":"00000000000000a2","parentSpanId":"00000000000000a1","name":"POST","kind":3,"startTimeUnixNano":"%2$d","endTimeUnixNano":"%3$d",
                   "attributes":[{"key":"server.address","value":{"stringValue":"orders"}},{"key":"http.response.status_code","value":{"intValue":"500"}}]}]}]},
                 {"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"orders"}}]},"scopeSpans":[{"spans":[
                  {"traceId":"%1$s","spanId":"00000000000000a3","parentSpanId":"00000000000000a2","name":"POST /orders","kind":2,"startTimeUnixNano":"%2$d","endTimeUnixNano":"%3$d",
                   "status":{"code":2}}]}]}]}
                """.formatted(trace, now, now + 25_000_000).getBytes(StandardCharsets.UTF_8);
    }
}
