package dev.interlock.openapi;

import dev.interlock.openapi.tree.TreeLimits;
import dev.interlock.openapi.tree.Trees;
import dev.interlock.openapi.tree.UnreadableTree;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads header values, which are text, as the type their schema asks for. */
final class HeaderValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private HeaderValues() {}

    static JsonNode read(JsonNode schema, String text) {
        return switch (SchemaTypes.main(schema)) {
            case "integer", "number", "boolean" -> plain(text);
            case "array" -> array(schema.path("items"), text);
            default -> NODES.stringNode(text);
        };
    }

    private static JsonNode array(JsonNode items, String text) {
        var array = NODES.arrayNode();
        for (var part : text.split(",", -1)) {
            array.add(read(items, part.strip()));
        }
        return array;
    }

    private static JsonNode plain(String text) {
        try {
            var value = Trees.read("header.json", text.strip().getBytes(StandardCharsets.UTF_8), TreeLimits.BODY)
                    .root();
            return value.isNumber() || value.isBoolean() ? value : NODES.stringNode(text);
        } catch (UnreadableTree notPlain) {
            return NODES.stringNode(text);
        }
    }
}
