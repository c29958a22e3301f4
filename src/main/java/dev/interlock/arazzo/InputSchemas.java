package dev.interlock.arazzo;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Input schemas with references to the components followed, as deep as 20. */
final class InputSchemas {
    private static final int MAX_DEPTH = 20;

    private InputSchemas() {}

    static JsonNode resolved(ObjectNode root, JsonNode schema) {
        return schema.isMissingNode() ? MissingNode.getInstance() : resolved(root, schema, 0);
    }

    private static JsonNode resolved(ObjectNode root, JsonNode schema, int depth) {
        var target = followed(root, schema, depth);
        if (depth > MAX_DEPTH
                || !target.isObject()
                || !target.path("properties").isObject()) {
            return target;
        }
        var copy = target.asObject().deepCopy();
        var properties = JsonNodeFactory.instance.objectNode();
        target.path("properties")
                .properties()
                .forEach(entry -> properties.set(entry.getKey(), resolved(root, entry.getValue(), depth + 1)));
        copy.set("properties", properties);
        return copy;
    }

    private static JsonNode followed(ObjectNode root, JsonNode schema, int depth) {
        var reference = schema.path("$ref").asString("");
        if (depth > MAX_DEPTH || !reference.startsWith("#/")) {
            return schema;
        }
        try {
            var target = root.at(JsonPointer.compile(reference.substring(1)));
            return target.isMissingNode() ? schema : followed(root, target, depth + 1);
        } catch (IllegalArgumentException malformed) {
            return schema;
        }
    }
}
