package dev.interlock.testcase.edit;

import dev.interlock.arazzo.DocumentText;
import dev.interlock.testcase.EditedStep;
import dev.interlock.testcase.EditedStep.Check;
import dev.interlock.testcase.EditedStep.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what the form says about one step into its document, and only what differs from it. */
final class StepWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String place;
    private final EditedStep before;
    private DocumentText text;

    private StepWriter(DocumentText text, String place) {
        this.text = text;
        this.place = place;
        this.before = StepReader.read(text.at(place));
    }

    /** The document with the step at a JSON pointer as wanted. */
    static DocumentText write(DocumentText text, String place, EditedStep wanted) {
        var writer = new StepWriter(text, place);
        writer.text("stepId", writer.before.stepId(), wanted.stepId());
        writer.text("description", writer.before.description(), wanted.description());
        writer.parameters(wanted.parameters());
        writer.body(wanted);
        writer.criteria(wanted.criteria());
        writer.outputs(wanted);
        return writer.text;
    }

    private void text(String field, String old, String wanted) {
        if (old.equals(wanted)) {
            return;
        }
        if (!wanted.isBlank()) {
            set("/" + field, NODES.stringNode(wanted));
        } else if (!field.equals("stepId")) {
            drop("/" + field);
        }
    }

    private void parameters(List<Value> wanted) {
        var old = before.parameters().stream().collect(Collectors.toMap(Value::at, Function.identity()));
        for (var value : wanted) {
            var known = old.get(value.at());
            if (known != null && !value.name().isBlank()) {
                field(
                        "/parameters/" + value.at() + "/name",
                        known.name(),
                        value.name(),
                        NODES.stringNode(value.name()));
                field("/parameters/" + value.at() + "/in", known.in(), value.in(), NODES.stringNode(value.in()));
                field(
                        "/parameters/" + value.at() + "/value",
                        known.value(),
                        value.value(),
                        TypedText.read(value.value()));
            }
        }
        wanted.stream()
                .filter(value -> value.at() < 0 && !value.name().isBlank())
                .forEach(value -> append("parameters", parameter(value)));
        dropAll(
                "parameters",
                wanted.stream()
                        .filter(value -> value.name().isBlank())
                        .map(Value::at)
                        .toList());
    }

    private static ObjectNode parameter(Value value) {
        var node = NODES.objectNode().put("name", value.name().strip());
        if (!value.in().isBlank()) {
            node.put("in", value.in().strip());
        }
        node.set("value", TypedText.read(value.value()));
        return node;
    }

    private void body(EditedStep wanted) {
        if (before.contentType().equals(wanted.contentType()) && before.body().equals(wanted.body())) {
            return;
        }
        if (wanted.body().isBlank()) {
            drop("/requestBody");
            return;
        }
        var type = wanted.contentType().isBlank() ? "application/json" : wanted.contentType();
        var payload = TypedText.read(wanted.body());
        if (text.at(place + "/requestBody").isObject()) {
            field("/requestBody/contentType", before.contentType(), type, NODES.stringNode(type));
            field("/requestBody/payload", before.body(), wanted.body(), payload);
        } else {
            var body = NODES.objectNode().put("contentType", type);
            body.set("payload", payload);
            set("/requestBody", body);
        }
    }

    private void criteria(List<Check> wanted) {
        var old = before.criteria().stream().collect(Collectors.toMap(Check::at, Function.identity()));
        for (var check : wanted) {
            var known = old.get(check.at());
            if (known != null && !check.condition().isBlank() && !known.equals(check)) {
                set("/successCriteria/" + check.at(), changed(check, known));
            }
        }
        wanted.stream()
                .filter(check -> check.at() < 0 && !check.condition().isBlank())
                .forEach(check -> append("successCriteria", criterion(check, NODES.objectNode())));
        dropAll(
                "successCriteria",
                wanted.stream()
                        .filter(check -> check.condition().isBlank())
                        .map(Check::at)
                        .toList());
    }

    /** The criterion with fields of its own kept; a type with a version stays unless another one is chosen. */
    private ObjectNode changed(Check check, Check known) {
        var node = (ObjectNode) text.at(place + "/successCriteria/" + check.at());
        var type = node.path("type");
        criterion(check, node);
        if (check.type().equals(known.type()) && !type.isMissingNode()) {
            node.set("type", type);
        }
        return node;
    }

    private static ObjectNode criterion(Check check, ObjectNode node) {
        node.remove(List.of("context", "type"));
        if (!check.context().isBlank()) {
            node.put("context", check.context().strip());
        }
        node.put("condition", check.condition().strip());
        if (!check.type().isBlank() && !check.type().equals("simple")) {
            node.put("type", check.type());
        }
        return node;
    }

    private void outputs(EditedStep wanted) {
        var old = new TreeMap<String, String>();
        before.outputs().forEach(output -> old.put(output.name(), output.expression()));
        for (var output : wanted.outputs()) {
            var name = output.name().strip();
            var known = old.remove(name);
            if (!name.isEmpty()
                    && !output.expression().isBlank()
                    && !output.expression().equals(known)) {
                output(name, NODES.stringNode(output.expression().strip()));
            } else if (known != null && output.expression().isBlank()) {
                dropOutput(name);
            }
        }
        old.keySet().forEach(this::dropOutput);
    }

    private void output(String name, JsonNode expression) {
        if (text.at(place + "/outputs").isObject()) {
            set("/outputs/" + token(name), expression);
        } else {
            var map = NODES.objectNode();
            map.set(name, expression);
            set("/outputs", map);
        }
    }

    private void dropOutput(String name) {
        drop(text.at(place + "/outputs").size() > 1 ? "/outputs/" + token(name) : "/outputs");
    }

    private static String token(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private void field(String pointer, String old, String wanted, JsonNode value) {
        if (wanted.equals(old)) {
            return;
        }
        if (wanted.isBlank() && pointer.endsWith("/in")) {
            drop(pointer);
        } else {
            set(pointer, value);
        }
    }

    private void append(String list, JsonNode element) {
        var present = text.at(place + "/" + list);
        if (present.isArray()) {
            set("/" + list + "/" + present.size(), element);
        } else {
            set("/" + list, NODES.arrayNode().add(element));
        }
    }

    private void dropAll(String list, List<Integer> places) {
        var known = new ArrayList<>(places);
        known.removeIf(at -> at < 0);
        known.sort(Comparator.reverseOrder());
        for (var at : known) {
            drop(text.at(place + "/" + list).size() > 1 ? "/" + list + "/" + at : "/" + list);
        }
    }

    private void set(String pointer, JsonNode value) {
        text = text.set(place + pointer, value);
    }

    private void drop(String pointer) {
        if (!text.at(place + pointer).isMissingNode()) {
            text = text.remove(place + pointer);
        }
    }
}
