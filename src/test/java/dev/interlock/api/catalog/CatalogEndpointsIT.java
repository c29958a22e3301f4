package dev.interlock.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.Actor;
import dev.interlock.security.Browser;
import dev.interlock.security.Project;
import dev.interlock.security.Projects;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.security.TestSenders;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalog as a CI job or a script meets it: over a socket, with a token. */
@Import(TestSenders.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CatalogEndpointsIT {
    private static final Path DOCUMENT = Path.of("src/test/fixtures/openapi/realworld--openapi.yml");

    @LocalServerPort
    int port;

    @Autowired
    Projects projects;

    @Autowired
    TestSenders senders;

    private String base = "";
    private String bearer = "";

    @BeforeEach
    void makeProject() {
        Project project = projects.create("c" + UUID.randomUUID(), "Shop", Actor.system("test"));
        base = "/api/v1/projects/" + project.key();
        bearer = senders.token(project.id(), Role.ADMIN, Set.of(Scope.ADMIN));
    }

    @Test
    void keepsServicesUnderTheVersionSeen() {
        var created = call("PUT", "/services/orders", "{\"name\":\"Orders\",\"criticality\":4}");
        var unseen = call("PUT", "/services/orders", "{\"criticality\":5}");
        var stale = call("PUT", "/services/orders", "{\"criticality\":5}", "If-Match", "\"41\"");
        var tag = created.headers().firstValue("ETag").orElseThrow();
        var changed = call("PUT", "/services/orders", "{\"criticality\":5}", "If-Match", tag);

        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(unseen.statusCode()).isEqualTo(428);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(changed).path("criticality").asInt()).isEqualTo(5);
        assertThat(json(changed).path("name").asString()).isEqualTo("Orders");
        assertThat(json(changed).path("key").asString()).isEqualTo("orders");
        assertThat(json(call("GET", "/services?q=kind:internal", "")).path("items"))
                .hasSize(1);
        assertThat(call("GET", "/services/nobody", "").statusCode()).isEqualTo(404);
    }

    @Test
    void importsADocumentAndListsItsOperations() throws IOException {
        var imported = call("PUT", "/services/conduit/interface", Files.readString(DOCUMENT));

        assertThat(imported.statusCode()).isEqualTo(200);
        assertThat(json(imported).path("operations").path("total").asInt()).isEqualTo(19);
        assertThat(json(imported).path("operations").path("added").asInt()).isEqualTo(19);
        assertThat(json(call("GET", "/services/conduit/operations", "")).path("items"))
                .hasSize(19)
                .allSatisfy(operation ->
                        assertThat(operation.path("testCases").isArray()).isTrue());
        assertThat(call("GET", "/services/conduit", "").statusCode()).isEqualTo(200);
    }

    @Test
    void ranksWhatAReimportChangesByWhoUsesIt() throws IOException {
        call("PUT", "/services/conduit/interface", Files.readString(DOCUMENT));
        call("PUT", "/services/web", "{}");
        call(
                "PUT",
                "/paths/tags",
                "{\"hops\":[{\"consumer\":\"web\",\"provider\":\"conduit\",\"operation\":\"GET /tags\"}]}");
        var changed = Files.readString(DOCUMENT).replace("  /tags:", "  /labels:");

        var imported = call("PUT", "/services/conduit/interface", changed);
        var ranked =
                json(call("GET", "/services/conduit/interface/changes", "")).path("items");

        assertThat(json(imported).path("change").asString()).isEqualTo("BREAKING");
        assertThat(json(imported).path("differences")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(ranked.path(0).path("difference").path("rule").asString()).isEqualTo("OPERATION_REMOVED");
        assertThat(ranked.path(0).path("use").asString()).isEqualTo("ON_PATH");
        assertThat(ranked.path(0).path("paths").path(0).asString()).isEqualTo("tags");
    }

    @Test
    void answersInPlaceOfAServiceWithoutSigningIn() throws IOException {
        call("PUT", "/services/conduit/interface", Files.readString(DOCUMENT));
        call("PUT", "/environments/staging", "{\"name\":\"Staging\"}");

        var started = call("PUT", "/environments/staging/stubs/conduit", "");
        var address = json(started).path("path").asString();
        var answer = new Browser(port).get(address + "/tags");
        call("DELETE", "/environments/staging/stubs/conduit", "");

        assertThat(started.statusCode()).isEqualTo(200);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Interlock-Stub")).contains("conduit");
        assertThat(json(answer).path("tags").isArray()).isTrue();
        assertThat(json(call("GET", "/environments/staging/stubs/calls", "")).path("items"))
                .hasSize(1);
        assertThat(new Browser(port).get(address + "/tags").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesADocumentWithPlaceAndReason() {
        var refused = call("PUT", "/services/conduit/interface", "openapi: 3.0.0\ninfo: [");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("findings")).isNotEmpty();
        assertThat(json(refused).path("type").asString()).isEqualTo("/problems/INTERFACE_IS_UNREADABLE");
    }

    @Test
    void tellsEveryUnknownServiceOfAPath() {
        call("PUT", "/services/web", "{}");

        var refused = call("PUT", "/paths/pay", "{\"services\":[\"web\",\"ordrs\",\"bnak\"]}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("detail").asString()).contains("2 of 3 services are unknown: ordrs, bnak");
    }

    @Test
    void modelsProposesAndAcceptsPaths() {
        call("PUT", "/services/web", "{}");
        call("PUT", "/services/orders", "{}");
        call("PUT", "/services/bank", "{\"kind\":\"THIRD_PARTY\"}");
        call(
                "PUT",
                "/integrations/web/orders",
                "{\"protocols\":[{\"protocol\":\"HTTP\",\"operations\":[\"POST /orders\"]}]}");
        call("PUT", "/integrations/orders/bank", "{}");

        var proposal = json(call("POST", "/paths/propose", "")).path("items").path(0);
        var key = proposal.path("path").path("key").asString();
        var accepted =
                call("PUT", "/paths/" + key, "{\"services\":[\"web\",\"orders\",\"bank\"],\"rating\":{\"impact\":4}}");

        assertThat(proposal.path("why").asString()).contains("third party bank");
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(json(accepted).path("hops")).hasSize(2);
        assertThat(json(accepted).path("rating").path("impact").asInt()).isEqualTo(4);
        assertThat(json(call("GET", "/paths?q=service:bank", "")).path("items")).hasSize(1);
    }

    @Test
    void takesWhatCiReportsAndSaysWhatIsReady() {
        call("PUT", "/services/web", "{}");
        call("PUT", "/services/orders", "{}");
        call("PUT", "/paths/order", "{\"services\":[\"web\",\"orders\"]}");
        call("PUT", "/environments/staging", "{\"targets\":{\"web\":{\"baseUrl\":\"https://web.example\"}}}");
        for (var service : Set.of("web", "orders")) {
            assertThat(call(
                                    "POST",
                                    "/services/" + service + "/versions",
                                    "{\"version\":\"1.0\",\"unitTests\":\"PASSED\"}")
                            .statusCode())
                    .isEqualTo(201);
        }
        deploy("web");
        var before = json(call("GET", "/readiness?env=staging", ""));
        deploy("orders");
        var after = json(call("GET", "/readiness?env=staging", ""));

        assertThat(before.path("paths").path(0).path("state").asString()).isEqualTo("NOT_READY");
        assertThat(before.path("nextToUnlock").path(0).path("service").asString())
                .isEqualTo("orders");
        assertThat(after.path("paths").path(0).path("state").asString()).isEqualTo("READY");
        assertThat(json(call("GET", "/versions/matrix", "")).path("items")).hasSize(2);
    }

    @Test
    void letsOnlyAnInstanceAdministratorOpenAddresses() {
        call("PUT", "/environments/staging", "{\"protected\":true}");
        var wanted = "{\"openings\":[{\"cidr\":\"127.0.0.0/8\",\"ports\":\"8080\"}]}";
        var refused = call("PUT", "/environments/staging/openings", wanted);
        bearer = senders.instanceToken();

        var opened = call("PUT", "/environments/staging/openings", wanted);
        var malformed =
                call("PUT", "/environments/staging/openings", "{\"openings\":[{\"cidr\":\"x\",\"ports\":\"1\"}]}");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(opened).path("openings")).hasSize(1);
        assertThat(json(opened).path("protected").asBoolean()).isTrue();
        assertThat(malformed.statusCode()).isEqualTo(422);
    }

    @Test
    void writesSecretsAndNeverReadsThem() {
        call("PUT", "/environments/staging", "{}");

        var written = call("PUT", "/environments/staging/secrets/robot", "{\"value\":\"correct horse\"}");
        var listed = call("GET", "/environments/staging/secrets", "");

        assertThat(written.statusCode()).isEqualTo(204);
        assertThat(listed.body()).contains("robot").doesNotContain("correct horse");
    }

    private void deploy(String service) {
        var report = "{\"service\":\"%s\",\"version\":\"1.0\",\"environment\":\"staging\"}".formatted(service);
        assertThat(call("POST", "/deployments", report).statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> call(String method, String path, String body, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = "Bearer " + bearer;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return new Browser(port).call(method, base + path, body, all);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
