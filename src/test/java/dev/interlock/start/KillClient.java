package dev.interlock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a process for runs by REST alone. */
final class KillClient {
    static final String TOKEN = "bootstrap-token-of-the-kill-tests-0123456789";

    private static final List<Integer> DONE = List.of(200, 201);
    private static final List<Integer> ACCEPTED = List.of(200, 202);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String INTERFACE = """
            {"openapi": "3.1.0", "info": {"title": "Orders", "version": "1"}, "paths": {"/orders/{id}": {"get": {
              "operationId": "readOrder",
              "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
              "responses": {"200": {"description": "the order", "content": {"application/json": {"schema": {
                "type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}}}}}}}}}""";

    private static final String WORKFLOW = """
            arazzo: 1.0.1
            info: {title: Read an order, version: "1"}
            sourceDescriptions:
              - {name: orders, url: ./orders.yaml, type: openapi}
            workflows:
              - workflowId: read
                inputs:
                  type: object
                  properties:
                    order: {type: string}
                steps:
                  - stepId: read
                    operationId: readOrder
                    parameters:
                      - {name: id, in: path, value: $inputs.order}
                    successCriteria:
                      - condition: $statusCode == 200
                      - condition: $response.body#/id != ''
            """;

    private String base = "";

    KillClient(String address) {
        turnTo(address);
    }

    /** Asks another process from now on. */
    void turnTo(String address) {
        base = address + "api/v1/projects";
    }

    /** A project with one service, one environment that may reach it, and one test with so many rows. */
    void setUp(String target, int rows) throws Exception {
        place(target);
        send("PUT", "/shop/test-cases/read", Map.of("workflow", WORKFLOW, "data", rows(rows)), DONE);
    }

    /** The same with tests of one row each. */
    void setUpTests(String target, int tests) throws Exception {
        place(target);
        for (var number = 1; number <= tests; number++) {
            send("PUT", "/shop/test-cases/read-" + number, Map.of("workflow", WORKFLOW, "data", rows(1)), DONE);
        }
    }

    private void place(String target) throws Exception {
        send("POST", "", Map.of("key", "shop", "name", "Shop"), DONE);
        send("PUT", "/shop/services/orders", Map.of("name", "Orders", "kind", "INTERNAL"), DONE);
        send("PUT", "/shop/services/orders/interface", JSON.readTree(INTERFACE), DONE);
        var orders = Map.of("baseUrl", target, "maxConcurrency", 100);
        send("PUT", "/shop/environments/test", Map.of("targets", Map.of("orders", orders)), DONE);
        var opening = Map.of(
                "cidr",
                "127.0.0.1/32",
                "ports",
                String.valueOf(URI.create(target).getPort()));
        send("PUT", "/shop/environments/test/openings", Map.of("openings", List.of(opening)), DONE);
    }

    /** Asks for a run and gives its key; it was accepted with 202. */
    String request(String idempotencyKey) throws Exception {
        return request(idempotencyKey, 4);
    }

    /** Asks for a run of everything with so many workers. */
    String request(String idempotencyKey, int workers) throws Exception {
        var body = Map.of(
                "query", "", "environment", "test", "workers", workers, "purpose", "MAIN", "note", idempotencyKey);
        return send("POST", "/shop/runs", body, ACCEPTED).path("key").asString();
    }

    void cancel(String run) throws Exception {
        send("POST", "/shop/runs/" + run + "/cancel", Map.of(), ACCEPTED);
    }

    JsonNode run(String key) throws Exception {
        return send("GET", "/shop/runs/" + key, "", DONE);
    }

    /** Every item of a run, page by page. */
    List<JsonNode> results(String key) throws Exception {
        var items = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = send("GET", "/shop/runs/" + key + "/results?limit=25" + after, "", DONE);
            page.path("items").forEach(items::add);
            after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        return items;
    }

    private static List<Map<String, String>> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new HashMap<>(Map.of("order", "order-" + number)))
                .map(row -> (Map<String, String>) row)
                .toList();
    }

    /** Sends JSON to an address of the project; it is done or accepted. */
    JsonNode project(String method, String path, Object body) throws Exception {
        return send(method, "/shop" + path, body, List.of(200, 201, 202));
    }

    private JsonNode send(String method, String path, Object body, List<Integer> expected) throws Exception {
        var answer = Started.send(method, base + path, TOKEN, "".equals(body) ? "" : JSON.writeValueAsString(body));
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isIn(expected);
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }
}
