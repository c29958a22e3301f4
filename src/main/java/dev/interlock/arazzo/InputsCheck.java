package dev.interlock.arazzo;

import dev.interlock.arazzo.tree.TreeReader;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Checks the schema of the inputs of a workflow. */
final class InputsCheck {
    private static final int DEEPEST = 30;
    private static final Set<String> TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null");

    private final Notes notes;
    private final Fields fields;

    InputsCheck(Notes notes, Fields fields) {
        this.notes = notes;
        this.fields = fields;
    }

    void check(JsonNode inputs, String path) {
        if (inputs.isMissingNode()) {
            return;
        }
        if (!fields.object(inputs, path, "\"inputs\"")) {
            return;
        }
        schema(inputs, path, 0);
        var type = inputs.path("type").asString("");
        if (!type.isEmpty() && !type.equals("object")) {
            notes.error(
                    path + "/type",
                    "Inputs have names, but the schema says type " + type + ".",
                    "Write type: object with a property for each input.");
        }
    }

    private void schema(JsonNode schema, String path, int depth) {
        if (!schema.isObject() || depth > DEEPEST) {
            return;
        }
        type(schema.path("type"), path + "/type");
        reference(schema, path);
        fields.texts(schema, "required", path);
        var properties = schema.path("properties");
        if (!properties.isMissingNode() && fields.object(properties, path + "/properties", "\"properties\"")) {
            required(schema, path);
            properties.properties().forEach(entry -> {
                var at = TreeReader.child(path + "/properties", entry.getKey());
                property(entry.getKey(), entry.getValue(), at);
                schema(entry.getValue(), at, depth + 1);
            });
        }
        schema(schema.path("items"), path + "/items", depth + 1);
    }

    private void type(JsonNode type, String path) {
        var given = type.isArray()
                ? type.valueStream().map(each -> each.asString("")).collect(Collectors.toSet())
                : type.isMissingNode() ? Set.<String>of() : Set.of(type.asString(""));
        given.stream()
                .filter(each -> !TYPES.contains(each))
                .sorted()
                .forEach(each ->
                        notes.error(path, "\"" + each + "\" is no type of JSON Schema.", Spelling.advice(each, TYPES)));
    }

    private void reference(JsonNode schema, String path) {
        var reference = schema.path("$ref").asString("");
        if (reference.startsWith("#/") && !exists(reference.substring(1))) {
            notes.error(
                    path + "/$ref",
                    "\"" + reference + "\" leads nowhere.",
                    "Write #/components/inputs/<name> with a name of the components.");
        }
    }

    private boolean exists(String pointer) {
        try {
            return !notes.root().at(JsonPointer.compile(pointer)).isMissingNode();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private void required(JsonNode schema, String path) {
        var names = schema.path("properties").propertyNames();
        for (var each : schema.path("required")) {
            var name = each.asString("");
            if (each.isString() && !names.contains(name)) {
                notes.warning(
                        path + "/required",
                        "The required input \"" + name + "\" is not among the properties.",
                        Spelling.advice(name, names));
            }
        }
    }

    private void property(String name, JsonNode schema, String path) {
        if (!schema.isObject() && !schema.isBoolean()) {
            notes.error(path, "The schema of \"" + name + "\" must be an object.", "Write for example type: string.");
        }
        if (schema.path("format").asString("").equals("password") && schema.has("default")) {
            notes.warning(
                    path + "/default",
                    "The secret \"" + name + "\" stands in the document, where everyone reads it.",
                    "Leave the default out and keep the value as a secret of the environment.");
        }
    }
}
