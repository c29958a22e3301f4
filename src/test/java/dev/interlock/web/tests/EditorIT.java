package dev.interlock.web.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Target;
import dev.interlock.openapi.Upload;
import dev.interlock.outbound.Opening;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Browser;
import dev.interlock.security.Projects;
import dev.interlock.security.Setup;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestState;
import dev.interlock.web.SignedInBrowser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** The form of the editor as a browser without scripts uses it, against a service that answers. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EditorIT {
    private static final Actor TEST = Actor.system("test");
    private static final Pattern DOCUMENT =
            Pattern.compile("<textarea[^>]*name=\"workflow\"[^>]*>(.*?)</textarea>", Pattern.DOTALL);
    private static final String ORDERS = """
            openapi: 3.1.0
            info: {title: Orders, version: "1"}
            paths:
              /orders/{id}:
                get:
                  operationId: getOrder
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}, example: o-7}
                  responses: {"200": {description: it}}
            """;

    @LocalServerPort
    int port;

    @Autowired
    Setup setup;

    @Autowired
    JdbcClient sql;

    @Autowired
    Projects projects;

    @Autowired
    Interfaces interfaces;

    @Autowired
    Environments environments;

    @Autowired
    TestCases tests;

    private HttpServer orders;
    private Browser browser;
    private ProjectId project;
    private String base;

    @BeforeEach
    void open() throws IOException {
        orders = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        orders.createContext("/orders/", exchange -> {
            var body = "{\"id\": \"o-7\", \"lines\": [{\"sku\": \"it's\", \"count\": 2}]}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        orders.start();
        var made = projects.create("e" + UUID.randomUUID(), "Editor", TEST);
        project = made.id();
        base = "/p/" + made.key();
        interfaces.importDocument(
                project, new ServiceKey("orders"), Interfaces.DEFAULT, Upload.text("orders.yaml", ORDERS), TEST);
        environment();
        browser = SignedInBrowser.administrator(port, setup, sql);
    }

    @AfterEach
    void close() {
        orders.stop(0);
    }

    @Test
    void makesATestFromAnOperationWithoutWritingYaml() {
        var added = press("", Map.of("action", "add", "service", "orders", "operation", "GET /orders/{id}"));
        assertThat(added).contains("1. getOrder", "o-7", "$statusCode == 200");

        var tried = press(document(added), Map.of("action", "try", "environment", "local"));
        assertThat(tried).contains("Passed", "Values of the answer", "$response.body#/lines/0/count == 2");

        var asserted = press(document(added), Map.of("action", "assert:$response.body#/lines/0/sku == 'it''s'"));
        var kept = press(document(asserted), Map.of("action", "keep:id=$response.body#/id"));
        var saved = browser.submit(
                base + "/tests/new?view=form",
                base + "/tests/new",
                Map.of("name", "Order is there", "kind", "WORKFLOW", "workflow", document(kept)));

        assertThat(saved.statusCode()).isEqualTo(302);
        var test = tests.find(project, new TestKey("order-is-there")).orElseThrow();
        assertThat(test.state()).isEqualTo(TestState.READY);
        assertThat(tests.workflowText(project, test.key()).orElseThrow())
                .contains("sku == 'it''s'", "id: $response.body#/id", "$statusCode == 200");
    }

    @Test
    void savesWhatIsTypedInTheStepThatIsShown() {
        var text = document(press("", Map.of("action", "add", "service", "orders", "operation", "GET /orders/{id}")));

        browser.submit(
                base + "/tests/new?view=form",
                base + "/tests/new",
                Map.of(
                        "name", "Typed",
                        "kind", "WORKFLOW",
                        "workflow", text.replace("workflows:", "# by hand\nworkflows:"),
                        "step", "0",
                        "stepId", "look",
                        "cAt", "-1",
                        "cCondition", "$response.body#/id == 'o-7'"));

        assertThat(tests.workflowText(project, new TestKey("typed")).orElseThrow())
                .contains("# by hand", "stepId: look", "$statusCode == 200", "$response.body#/id == 'o-7'");
    }

    @Test
    void keepsATextNobodyCanReadInTheYamlViewWithItsLine() {
        var answer = sent("workflows: [\n", Map.of("action", "form"));

        assertThat(answer.body()).contains("cannot be read", "workflows: [", "data-line");
    }

    @Test
    void movesAndRemovesSteps() {
        var add = Map.of("action", "add", "service", "orders", "operation", "GET /orders/{id}");
        var two = document(press(document(press("", add)), add));

        var moved = press(two, Map.of("action", "down", "step", "0"));
        var removed = press(document(moved), Map.of("action", "remove", "step", "0"));

        assertThat(moved).contains("1. getOrder-2", "2. getOrder");
        assertThat(removed).contains("1. getOrder").doesNotContain("getOrder-2");
    }

    @Test
    void offersTheOperationsOfAService() {
        var answer = browser.get(base + "/tests/operations?service=orders");

        assertThat(answer.body()).contains("GET /orders/{id}");
    }

    @Test
    void tellsBeforeARunWhichServicesAnswerAndWhatIsBlockedOtherwise() {
        var text = document(press("", Map.of("action", "add", "service", "orders", "operation", "GET /orders/{id}")));
        browser.submit(
                base + "/tests/new?view=form",
                base + "/tests/new",
                Map.of("name", "Look", "kind", "WORKFLOW", "workflow", text));
        var reachable = base + "/runs/new/reachable?environment=local";

        assertThat(browser.get(reachable).body()).contains("orders").doesNotContain("Would be blocked");
        orders.stop(0);
        assertThat(browser.get(reachable).body()).contains("Would be blocked", "/tests/look");
    }

    private String press(String text, Map<String, String> fields) {
        var answer = sent(text, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return HtmlUtils.htmlUnescape(answer.body());
    }

    private HttpResponse<String> sent(String text, Map<String, String> fields) {
        var all = new HashMap<>(Map.of("workflow", text, "kind", "WORKFLOW", "name", "Order is there", "step", "0"));
        all.putAll(fields);
        return browser.submit(base + "/tests/new?view=form", base + "/tests/steps", all);
    }

    private static String document(String page) {
        var matcher = DOCUMENT.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private void environment() {
        var key = new EnvironmentKey("local");
        var target = Target.at("http://127.0.0.1:" + orders.getAddress().getPort());
        environments.put(
                project,
                new EnvironmentDraft(
                        key, "Local", Map.of(new ServiceKey("orders"), target), Map.of(), Map.of(), false, false),
                IfMatch.none(),
                TEST);
        environments.open(
                project,
                key,
                Opening.exactly(
                        orders.getAddress().getAddress(), orders.getAddress().getPort()),
                TEST);
    }
}
