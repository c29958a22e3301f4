package dev.interlock.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.interlock.start.Started;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The main job by REST alone, as the script of a CI server does it: a process started on an empty directory, no person
 * anywhere, every answer held to the contract the process serves.
 */
class RestJourneyIT {
    private static final String FIRST = "the-first-token-of-an-installation-without-people";
    private static final String PROJECT = "/api/v1/projects/conduit";
    private static final Path DOCUMENT = Path.of("src/test/fixtures/openapi/realworld--openapi.yml");
    private static final String REPORT = """
            <testsuite name="TagsTest" tests="2" failures="1">
              <testcase classname="TagsTest" name="listsTags" time="0.1"/>
              <testcase classname="TagsTest" name="sortsTags" time="0.1"><failure message="not sorted"/></testcase>
            </testsuite>
            """;

    @TempDir
    Path folder;

    private HttpServer target;
    private volatile String tags = "{\"tags\":[\"green\",\"tea\"]}";

    @BeforeEach
    void openTarget() throws IOException {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.createContext("/tags", exchange -> {
            try (exchange) {
                var bytes = tags.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        target.start();
    }

    @AfterEach
    void closeTarget() {
        target.stop(0);
    }

    @Test
    void goesFromAnEmptyDirectoryToAVerdict() throws Exception {
        try (var process = Started.with(folder, Map.of("INTERLOCK_BOOTSTRAP_TOKEN", FIRST), "--server.port=0")) {
            var address = process.address();
            try (var rest = new ContractClient(address, FIRST)) {
                registers(rest);
                connects(rest);
                var test = drafts(rest);
                plans(rest, test);
                var passed = runs(rest, "PASS");
                assertThat(passed.path("counts").path("passed").asInt()).isEqualTo(1);
                waitsAtTheCommandLine(address, "nightly", 0, "RUN-2 accepted", "1 of 1 done", "PASS");
                tags = "{\"tags\":\"green\"}";
                waitsAtTheCommandLine(address, "nightly", 1, "FAIL");
                waitsAtTheCommandLine(address, "weekly", 2, "weekly");
                explains(rest, "RUN-3");
                runsAgain(rest);
                storesAReport(rest);
                schedules(rest);
                handsOutATokenThatOnlyReads(rest);
                refusesWithProblemDocuments(rest);
                theLinesOfTheReadmeFailTheBuild(address);
                seedsAndMeasures(rest, address);
                assertThat(rest.breaks()).isEmpty();
                assertThat(rest.called()).hasSizeGreaterThan(45);
            }
        }
    }

    private static void registers(ContractClient rest) throws IOException {
        rest.answered(201, "POST", "/api/v1/projects", "{\"key\":\"conduit\",\"name\":\"Conduit\"}");
        var imported = rest.answered(
                200,
                "PUT",
                PROJECT + "/services/articles/interface",
                Files.readString(DOCUMENT),
                "Content-Type",
                "application/yaml");
        assertThat(imported.path("operations").path("total").asInt()).isEqualTo(19);
        rest.answered(200, "PUT", PROJECT + "/services/web", "{\"name\":\"Web\",\"criticality\":4}");
        rest.answered(200, "PUT", PROJECT + "/integrations/web/articles", "{\"description\":\"reads tags\"}");
        var proposed =
                rest.answered(200, "POST", PROJECT + "/paths/propose", "").path("items");
        assertThat(proposed).isNotEmpty();
        rest.answered(200, "PUT", PROJECT + "/paths/read-tags", """
                {"name":"Read tags","services":["web","articles"],"rating":{"likelihood":3,"impact":4}}
                """);
        for (var list : List.of("services", "integrations", "paths", "environments", "requirements", "audit")) {
            rest.answered(200, "GET", PROJECT + "/" + list, "");
        }
    }

    private void connects(ContractClient rest) {
        var port = target.getAddress().getPort();
        rest.answered(200, "PUT", PROJECT + "/environments/staging", """
                {"name":"Staging","evidence":true,"targets":{"articles":{"baseUrl":"http://127.0.0.1:%d"}}}
                """.formatted(port));
        rest.answered(204, "PUT", PROJECT + "/environments/staging/secrets/KEY", "{\"value\":\"a-long-secret\"}");
        var closed = rest.answered(200, "POST", PROJECT + "/environments/staging/check", "");
        assertThat(closed.path("items").get(0).path("reachable").asBoolean()).isFalse();
        assertThat(closed.path("items").get(0).path("sentence").asString()).isNotEmpty();
        rest.answered(200, "PUT", PROJECT + "/environments/staging/openings", """
                {"openings":[{"cidr":"127.0.0.1/32","ports":"%d"}]}
                """.formatted(port));
        var open = rest.answered(200, "POST", PROJECT + "/environments/staging/check", "");
        assertThat(open.path("items").get(0).path("reachable").asBoolean())
                .as(open.toString())
                .isTrue();
        rest.answered(201, "POST", PROJECT + "/services/articles/versions", """
                {"version":"1.4.0","commit":"abc","branch":"main","unitTests":"PASSED"}
                """);
        rest.answered(201, "POST", PROJECT + "/deployments", """
                {"service":"articles","version":"1.4.0","environment":"staging"}
                """);
        var ready = rest.answered(200, "GET", PROJECT + "/readiness?env=staging", "");
        assertThat(ready.path("paths").size()).isEqualTo(1);
        assertThat(rest.answered(200, "GET", PROJECT + "/versions/matrix", "").toString())
                .contains("1.4.0");
    }

    private static String drafts(ContractClient rest) {
        rest.answered(200, "POST", PROJECT + "/test-cases/draft", "{\"service\":\"articles\"}");
        var operations = rest.answered(200, "GET", PROJECT + "/services/articles/operations", "");
        var key = items(operations)
                .filter(operation -> operation.path("path").asString().equals("/tags"))
                .flatMap(operation ->
                        StreamSupport.stream(operation.path("testCases").spliterator(), false))
                .map(JsonNode::asString)
                .findFirst()
                .orElseThrow();
        var test = rest.answered(200, "GET", PROJECT + "/test-cases/" + key, "");
        assertThat(test.path("state").asString()).isEqualTo("READY");
        rest.answered(200, "GET", PROJECT + "/test-cases", "");
        var tried =
                rest.answered(200, "POST", PROJECT + "/test-cases/" + key + "/try", "{\"environment\":\"staging\"}");
        assertThat(tried.path("item")
                        .path("outcome")
                        .asString(tried.path("outcome").asString()))
                .isEqualTo("PASSED");
        return key;
    }

    private static void plans(ContractClient rest, String test) {
        rest.answered(201, "PUT", PROJECT + "/suites/tags", "{\"name\":\"Tags\",\"tests\":[\"%s\"]}".formatted(test));
        rest.answered(200, "PUT", PROJECT + "/plans/nightly", """
                {"name":"Nightly","scope":{"suites":["tags"]},"environment":"staging","pins":["%s"]}
                """.formatted(test));
        var chosen = rest.answered(200, "POST", PROJECT + "/plans/nightly/preview", "{\"budgetMs\":60000}");
        assertThat(chosen.path("tests").get(0).path("key").asString()).isEqualTo(test);
        assertThat(chosen.path("tests").get(0).path("reason").asString()).isNotEmpty();
        rest.answered(200, "GET", PROJECT + "/suites", "");
        rest.answered(200, "GET", PROJECT + "/plans", "");
        rest.answered(200, "GET", PROJECT + "/plans/nightly/revisions", "");
    }

    private static JsonNode runs(ContractClient rest, String verdict) {
        var request = "{\"plan\":\"nightly\",\"purpose\":\"MAIN\"}";
        var run = rest.answered(202, "POST", PROJECT + "/runs", request, "Idempotency-Key", "night-1");
        var again = rest.answered(202, "POST", PROJECT + "/runs", request, "Idempotency-Key", "night-1");
        assertThat(again.path("key")).isEqualTo(run.path("key"));
        return ended(rest, run, verdict);
    }

    private static JsonNode ended(ContractClient rest, JsonNode run, String verdict) {
        var ended =
                rest.answered(200, "GET", PROJECT + "/runs/" + run.path("key").asString() + "?wait=60s", "");
        assertThat(ended.path("state").asString()).isEqualTo("FINISHED");
        assertThat(ended.path("verdict").asString()).as(ended.toString()).isEqualTo(verdict);
        return ended;
    }

    private void waitsAtTheCommandLine(String server, String plan, int exitCode, String... says)
            throws InterruptedException {
        var environment = Map.of("INTERLOCK_URL", server, "INTERLOCK_TOKEN", FIRST);
        try (var command = Started.with(
                folder, environment, "run", "--project", "conduit", "--plan", plan, "--purpose", "MAIN", "--wait")) {
            assertThat(command.exitCode()).as(command.printed()).isEqualTo(exitCode);
            assertThat(command.printed()).contains(says);
        }
    }

    /** What the README offers to paste, with the names of here. */
    private void theLinesOfTheReadmeFailTheBuild(String server) throws Exception {
        var readme = Files.readString(Path.of("README.md"));
        var lines = readme.substring(readme.indexOf("runs=\"$INTERLOCK_URL"));
        var script = lines.substring(0, lines.indexOf("```")).replace("projects/shop", "projects/conduit");
        var builder = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "INTERLOCK_URL",
                        server.replaceAll("/$", ""),
                        "INTERLOCK_TOKEN",
                        FIRST,
                        "CI_PIPELINE_ID",
                        "pipeline-of-the-readme"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said).contains("\"verdict\":\"FAIL\"", "mustRun");
    }

    private void seedsAndMeasures(ContractClient rest, String server) throws InterruptedException {
        var environment = Map.of("INTERLOCK_URL", server, "INTERLOCK_TOKEN", FIRST);
        try (var seed = Started.with(folder, environment, "seed", "--results", "1500", "--project", "load")) {
            assertThat(seed.exitCode()).as(seed.printed()).isZero();
            assertThat(seed.printed()).contains("1,500 of 1,500 results stored");
        }
        var sent = rest.answered(200, "GET", "/api/v1/projects/load/runs", "").path("items");
        assertThat(sent)
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.path("note").asString()).contains("generated by seed"));
        try (var bench = Started.with(folder, environment, "bench", "requests", "--project", "load", "--times", "2")) {
            assertThat(bench.exitCode()).as(bench.printed()).isZero();
            assertThat(bench.printed()).contains("95 %", "runs", "problems");
        }
    }

    private static void explains(ContractClient rest, String run) {
        var at = PROJECT + "/runs/" + run;
        var result =
                rest.answered(200, "GET", at + "/results", "").path("items").get(0);
        assertThat(result.path("outcome").asString()).isEqualTo("FAILED");
        assertThat(result.path("failure").path("cause").asString()).isEqualTo("CONTRACT");
        var item = rest.answered(200, "GET", at + "/items/1", "").toString();
        assertThat(item).contains("/tags").contains("green").contains("curl");
        var problem = rest.answered(200, "GET", at + "/problems", "").path("items");
        assertThat(problem).hasSize(1);
        rest.answered(200, "GET", PROJECT + "/problems", "");
        var gate = rest.answered(200, "GET", at + "/gate", "");
        assertThat(gate.path("verdict").asString()).isEqualTo("FAIL");
        assertThat(gate.path("reasons")).isNotEmpty();
        assertThat(rest.call("GET", at + "/junit.xml", "", FIRST).body()).contains("<testsuite", "<failure");
        var compared = rest.answered(200, "GET", PROJECT + "/runs/RUN-1/compare/" + run, "");
        assertThat(compared.toString()).contains("RUN-1");
        var risk = rest.answered(200, "GET", PROJECT + "/paths/read-tags/risk", "");
        assertThat(risk.path("factors")).isNotEmpty();
        assertThat(rest.answered(200, "GET", PROJECT + "/risk", "")
                        .path("paths")
                        .asInt())
                .isEqualTo(1);
    }

    private static void runsAgain(ContractClient rest) {
        var again = rest.answered(202, "POST", PROJECT + "/runs/RUN-3/rerun", "{\"only\":\"FAILED\"}");
        ended(rest, again, "FAIL");
        rest.answered(202, "POST", PROJECT + "/runs", "{\"plan\":\"nightly\",\"purpose\":\"AD_HOC\"}");
        rest.answered(200, "POST", PROJECT + "/runs/RUN-5/cancel", "");
    }

    private static void storesAReport(ContractClient rest) {
        var stored = rest.answered(
                201,
                "POST",
                PROJECT + "/results?service=articles&version=1.4.0&branch=main",
                REPORT,
                "Content-Type",
                "application/xml");
        assertThat(stored.path("counts").path("stored").asInt()).isEqualTo(2);
        assertThat(stored.path("counts").path("failed").asInt()).isEqualTo(1);
        assertThat(rest.answered(200, "GET", PROJECT + "/runs", "").path("items"))
                .hasSize(6);
    }

    private static void schedules(ContractClient rest) {
        rest.answered(200, "PUT", PROJECT + "/schedules/every-night", """
                {"plan":"nightly","cron":"0 2 * * *","zone":"Europe/Berlin"}
                """);
        var next = rest.answered(200, "POST", PROJECT + "/schedules/next", """
                {"cron":"0 2 * * *","zone":"Europe/Berlin"}
                """);
        assertThat(next.path("next")).hasSize(5);
        assertThat(rest.answered(200, "GET", PROJECT + "/schedules", "").toString())
                .contains("nextFireAt");
    }

    private static void handsOutATokenThatOnlyReads(ContractClient rest) {
        var made = rest.answered(201, "POST", PROJECT + "/tokens", "{\"name\":\"board\",\"scopes\":[\"read\"]}");
        var token = made.path("token").asString();
        assertThat(rest.call("GET", PROJECT + "/runs", "", token).statusCode()).isEqualTo(200);
        assertThat(rest.call("POST", PROJECT + "/runs", "{\"plan\":\"nightly\"}", token)
                        .statusCode())
                .isEqualTo(403);
        rest.answered(204, "DELETE", PROJECT + "/tokens/" + made.path("id").asLong(), "");
        assertThat(rest.call("GET", PROJECT + "/runs", "", token).statusCode()).isEqualTo(401);
    }

    private static void refusesWithProblemDocuments(ContractClient rest) {
        assertThat(rest.call("GET", PROJECT + "/runs", "", "unknown").body()).contains("/problems/NOT_SIGNED_IN");
        rest.refused(404, "GET", PROJECT + "/runs/RUN-99", "");
        rest.refused(404, "GET", "/api/v1/projects/none/services", "");
        rest.refused(400, "POST", PROJECT + "/runs", "{");
        rest.refused(422, "PUT", PROJECT + "/baselines/staging", "{}");
        rest.refused(422, "PUT", PROJECT + "/baselines/staging", "{\"kind\":\"PINNED\"}");
        rest.refused(404, "PUT", PROJECT + "/baselines/none", "{\"kind\":\"PREVIOUS\"}");
        rest.refused(409, "POST", "/api/v1/projects", "{\"key\":\"conduit\",\"name\":\"Twice\"}");
        rest.refused(
                428, "PUT", PROJECT + "/paths/read-tags", "{\"name\":\"Read\",\"services\":[\"web\",\"articles\"]}");
        var refused =
                rest.refused(422, "PUT", PROJECT + "/schedules/odd", "{\"plan\":\"none\",\"cron\":\"61 * * * *\"}");
        assertThat(refused.path("traceId").asString()).isNotEmpty();
        var document = rest.refused(422, "PUT", PROJECT + "/services/odd/interface", "{\"openapi\":\"3.1.0\"}");
        assertThat(document.path("findings")).isNotEmpty();
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.path("items").spliterator(), false);
    }
}
