package dev.interlock.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.ServiceVersion;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.UnitTests;
import dev.interlock.catalog.Versions;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.security.Project;
import dev.interlock.testcase.Coverage;
import dev.interlock.testcase.Coverages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TestingEndpointsIT {
    private static final Path JUNIT = Path.of("src/test/fixtures/junit");
    private static final Path REAL_WORLD = Path.of("src/test/fixtures/openapi/realworld--openapi.yml");
    private static final Actor ANA = Actor.system("test");
    private static final String YAML = "application/vnd.oai.workflows+yaml";

    @Autowired
    ApplicationContext context;

    @Autowired
    Services services;

    @Autowired
    Paths paths;

    @Autowired
    Versions versions;

    @Autowired
    Coverages coverages;

    private Project project;
    private Caller api;

    @BeforeEach
    void enter() {
        var made = TestProject.in(context, "Testing");
        project = made.project();
        api = made.api();
    }

    @Test
    void importsAnInterfaceAndDraftsTestsThatCanRunAtOnce() throws IOException {
        var imported = importRealWorld();

        assertThat(imported.path("kind").asString()).isEqualTo("OPENAPI");
        assertThat(imported.path("counts").path("operations").asInt()).isEqualTo(19);
        var drafted = api.json("POST", "/test-cases/draft", "{\"service\": \"conduit\"}")
                .json()
                .path("items");
        assertThat(drafted.valueStream()
                        .filter(test -> test.path("runnable").asBoolean())
                        .count())
                .as("tests that sign in wait for an identity")
                .isEqualTo(3);
        var ready = api.get("/test-cases?q=state:ready&limit=1").json();
        assertThat(ready.path("items").size()).isEqualTo(1);
        assertThat(api.get("/test-cases?q=state:ready&limit=50&after="
                                + ready.path("next").asString())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
        assertThat(api.json("POST", "/test-cases/draft", "{\"service\": \"conduit\"}")
                        .json()
                        .path("items"))
                .allSatisfy(test -> assertThat(test.path("existed").asBoolean()).isTrue());
    }

    @Test
    void givesAndTakesTheDocumentOfATestByItsMediaType() throws IOException {
        importRealWorld();
        api.json("POST", "/test-cases/draft", "{\"service\": \"conduit\"}");

        var document = api.get("/test-cases/conduit-tags-list", "Accept", YAML);

        assertThat(document.response().body()).startsWith("arazzo: 1.1.0");
        var changed = document.response().body().replace("GetTags", "GetTagz").getBytes(StandardCharsets.UTF_8);
        assertThat(api.raw("PUT", "/test-cases/conduit-tags-list", YAML, changed)
                        .status())
                .isEqualTo(428);
        var put = api.raw("PUT", "/test-cases/conduit-tags-list", YAML, changed, "If-Match", document.etag());
        assertThat(put.json().path("state").asString()).isEqualTo("INVALID");
        assertThat(put.json().path("revision").asInt()).isEqualTo(2);
        assertThat(put.json().path("findings"))
                .anySatisfy(
                        finding -> assertThat(finding.path("where").asString()).startsWith("line "));
        assertThat(api.raw("PUT", "/test-cases/conduit-tags-list", YAML, changed, "If-Match", document.etag())
                        .status())
                .isEqualTo(412);
    }

    @Test
    void becomesReadyWhenTheServiceItMeansIsRegistered() throws IOException {
        var document = """
                arazzo: 1.1.0
                info: {title: Tags, version: "1"}
                sourceDescriptions: [{name: conduit, url: ./conduit.yml, type: openapi}]
                workflows:
                  - workflowId: tags
                    steps: [{stepId: read, operationId: $sourceDescriptions.conduit.GetTags}]
                """;
        var put = api.raw("PUT", "/test-cases/tags", YAML, document.getBytes(StandardCharsets.UTF_8));
        assertThat(put.status()).isEqualTo(201);
        assertThat(put.json().path("state").asString()).isEqualTo("INVALID");

        importRealWorld();

        assertThat(api.get("/test-cases/tags").json().path("state").asString()).isEqualTo("READY");
    }

    @Test
    void refusesATextThatIsNoArazzoDocumentWithItsPlace() {
        var answer = api.raw("PUT", "/test-cases/broken", YAML, "arazzo: [1".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("findings").path(0).path("where").asString())
                .contains("line ");
        assertThat(api.get("/test-cases/broken").status()).isEqualTo(404);
    }

    @Test
    void keepsManualAndExternalCasesAndTellsAllFaultsOfADraft() {
        var manual = api.json("PUT", "/test-cases/refund", """
                {"kind": "MANUAL", "name": "Refund by phone", "steps": [{"action": "Call", "expected": "Refunded"}]}
                """);
        assertThat(manual.json().path("state").asString()).isEqualTo("READY");
        assertThat(api.json("PUT", "/test-cases/soak", "{\"kind\": \"EXTERNAL\", \"name\": \"Soak\"}")
                        .status())
                .isEqualTo(201);

        var refused = api.json("PUT", "/test-cases/bad", """
                {"kind": "MANUAL", "name": "", "covers": ["nowhere"], "steps": [{"action": ""}]}
                """);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("findings").size()).isEqualTo(3);
    }

    @Test
    void nestsSuitesAndNamesTheCycleItRefuses() {
        api.json("PUT", "/test-cases/a", "{\"kind\": \"EXTERNAL\", \"name\": \"A\"}");
        assertThat(api.json("PUT", "/suites/smoke", "{\"tests\": [\"a\"]}").status())
                .isEqualTo(201);
        var all = api.json("PUT", "/suites/all", "{\"suites\": [\"smoke\"], \"query\": \"kind:external\"}");
        assertThat(all.json().path("expanded").valueStream().map(JsonNode::asString))
                .containsExactly("a");

        var refused = api.json("PUT", "/suites/smoke", "{\"suites\": [\"all\"]}", "If-Match", "*");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("detail").asString()).contains("smoke -> all -> smoke");
    }

    @Test
    void storesReportsAsOneFinishedRunAndNamesTheFileItCannotRead() {
        var answer = api.files(
                "/results?service=orders&version=1.4.0&branch=main",
                List.of(
                        JUNIT.resolve("action-junit-report--TEST-action.surefire.report.calc.StringUtilsTest.xml"),
                        JUNIT.resolve("action-junit-report--TEST-test.CorruptTest.xml"),
                        JUNIT.resolve("test-reporter--pulsar-test-report.xml")));

        assertThat(answer.status()).isEqualTo(201);
        var counts = answer.json().path("counts");
        assertThat(counts.path("stored").asInt()).isEqualTo(813);
        assertThat(counts.path("refused").asInt()).isEqualTo(1);
        assertThat(counts.path("failed").asInt()).isEqualTo(3);
        assertThat(counts.path("passed").asInt()).isEqualTo(795);
        assertThat(counts.path("skipped").asInt()).isEqualTo(15);
        assertThat(answer.json().path("findings").path(0).path("where").asString())
                .contains("CorruptTest.xml, line ");
        var run = api.get("/runs/" + answer.json().path("run").path("key").asString())
                .json();
        assertThat(run.path("state").asString()).isEqualTo("FINISHED");
        assertThat(run.path("counts").path("failed").asInt()).isEqualTo(3);
    }

    @Test
    void takesTheVerdictOfUnitTestsFromTheirReport() throws IOException {
        var good = Files.readAllBytes(JUNIT.resolve("action-junit-report--multi-level.xml"));
        var bad = Files.readAllBytes(JUNIT.resolve("action-junit-report--basic.xml"));

        api.raw("POST", "/results?service=orders&version=1&kind=unit", "application/xml", good);
        api.raw("POST", "/results?service=orders&version=2&kind=unit", "application/xml", bad);
        api.raw("POST", "/results?service=orders&version=3", "application/xml", bad);

        assertThat(versions.of(project.id(), ServiceKey.of("orders")))
                .extracting(ServiceVersion::version, ServiceVersion::unitTests)
                .containsExactlyInAnyOrder(
                        tuple("1", UnitTests.PASSED), tuple("2", UnitTests.FAILED), tuple("3", UnitTests.UNKNOWN));
    }

    @Test
    void importsArazzoDocumentsAndNamesKindsThatComeLater() {
        var document = """
                arazzo: 1.1.0
                info: {title: Shop, version: "1"}
                sourceDescriptions: [{name: shop, url: ./shop.yml, type: openapi}]
                workflows:
                  - workflowId: one
                    steps: [{stepId: a, operationId: list}]
                  - workflowId: two
                    steps: [{stepId: a, operationId: list}, {stepId: b, operationId: list}]
                """.getBytes(StandardCharsets.UTF_8);

        var tried = api.raw("POST", "/imports?dryRun=true&name=shop.arazzo.yaml", "application/yaml", document);
        assertThat(tried.json().path("counts").path("steps").asInt()).isEqualTo(3);
        assertThat(api.get("/test-cases").json().path("items").size()).isZero();
        api.raw("POST", "/imports?name=shop.arazzo.yaml", "application/yaml", document);
        assertThat(api.get("/test-cases").json().path("items").size()).isEqualTo(2);
        assertThat(api.raw("POST", "/imports", "application/yaml", document)
                        .json()
                        .path("matched")
                        .size())
                .isEqualTo(2);

        var hurl = "GET https://shop.example/orders\nHTTP 200\n".getBytes(StandardCharsets.UTF_8);
        var refused = api.raw("POST", "/imports?name=orders.hurl", "application/yaml", hurl);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("findings").path(0).path("problem").asString())
                .contains("a Hurl file")
                .contains("cannot import yet");
    }

    @Test
    void worksCoverageOutFromCallsAndFollowsThePath() throws IOException {
        importRealWorld();
        register("stock");
        api.json("POST", "/test-cases/draft", "{\"service\": \"conduit\"}");
        var key = PathKey.of("articles");

        paths.put(project.id(), path(key, "GET /articles"), IfMatch.none(), ANA);
        var covered = coverages.of(project.id());
        assertThat(covered).extracting(Coverage::path).containsOnly(key);
        assertThat(api.get("/test-cases/conduit-articles-list")
                        .json()
                        .path("covers")
                        .path(0)
                        .asString())
                .isEqualTo("articles");

        paths.delete(project.id(), key, IfMatch.any(), ANA);
        assertThat(coverages.of(project.id())).isEmpty();
    }

    @Test
    void letsAPersonCorrectWhatATestCovers() throws IOException {
        importRealWorld();
        register("stock");
        paths.put(project.id(), path(PathKey.of("articles"), "GET /articles"), IfMatch.none(), ANA);
        api.json("PUT", "/test-cases/soak", "{\"kind\": \"EXTERNAL\", \"name\": \"Soak\", \"covers\": [\"articles\"]}");

        var test = api.get("/test-cases/soak").json();

        assertThat(test.path("coversCorrected").asBoolean()).isTrue();
        assertThat(coverages.of(project.id()))
                .singleElement()
                .satisfies(coverage -> assertThat(coverage.share()).isEqualTo(1));
    }

    private PathDraft path(PathKey key, String operation) {
        var hop = new Hop(ServiceKey.of("conduit"), ServiceKey.of("stock"), operation, Mode.SYNC, null);
        return new PathDraft(key, "Articles", List.of(), List.of(hop), null, null, List.of(), "", Origin.MODELLED);
    }

    private void register(String service) {
        services.put(project.id(), ServiceDraft.of(ServiceKey.of(service), ServiceKind.INTERNAL), IfMatch.none(), ANA);
    }

    private JsonNode importRealWorld() throws IOException {
        var answer = api.raw(
                "POST",
                "/imports?service=conduit&name=openapi.yml",
                "application/yaml",
                Files.readAllBytes(REAL_WORLD));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }
}
