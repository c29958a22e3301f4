package dev.interlock.testcase.draft;

import dev.interlock.openapi.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A step that is planned. */
final class PlannedStep {
    private final String id;
    private final Described service;
    private final Operation operation;
    private final List<Value> values = new ArrayList<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private Optional<Body> body = Optional.empty();

    PlannedStep(String id, Described service, Operation operation) {
        this.id = id;
        this.service = service;
        this.operation = operation;
    }

    /** The value of a parameter. */
    record Value(String name, String in, JsonNode value) {}

    /** The body that is sent. */
    record Body(String mediaType, JsonNode value) {}

    /** The id a step calling this operation gets, if it is still free. */
    static String idOf(Operation operation) {
        var words = operation.method().toLowerCase(Locale.ROOT) + operation.requestPath();
        var name = operation
                .operationId()
                .orElse(words)
                .replaceAll("[^A-Za-z0-9_-]+", "-")
                .replaceAll("^-+|-+$", "");
        return name.isEmpty() ? "step" : name;
    }

    String id() {
        return id;
    }

    Described service() {
        return service;
    }

    Operation operation() {
        return operation;
    }

    List<Value> values() {
        return values;
    }

    Map<String, String> outputs() {
        return outputs;
    }

    Optional<Body> body() {
        return body;
    }

    void send(Body sent) {
        body = Optional.of(sent);
    }

    /** Keeps a value of the answer and tells how later steps name it. */
    String keep(String expression) {
        for (var output : outputs.entrySet()) {
            if (output.getValue().equals(expression)) {
                return reference(output.getKey());
            }
        }
        var name = outputName(expression);
        var free = name;
        for (var i = 2; outputs.containsKey(free); i++) {
            free = name + i;
        }
        outputs.put(free, expression);
        return reference(free);
    }

    private String reference(String output) {
        return "$steps." + id + ".outputs." + output;
    }

    private static String outputName(String expression) {
        var last = expression.substring(Math.max(expression.lastIndexOf('/'), expression.lastIndexOf('.')) + 1);
        var plain = last.replaceAll("[^A-Za-z0-9_-]", "");
        return plain.isEmpty() ? "value" : plain;
    }

    /** The status to expect, when the document knows exactly one of success. */
    Optional<String> status() {
        var codes = operation.responses().stream()
                .filter(response -> response.success())
                .map(response -> response.code())
                .toList();
        return codes.size() == 1 && codes.getFirst().matches("2\\d\\d")
                ? Optional.of(codes.getFirst())
                : Optional.empty();
    }
}
