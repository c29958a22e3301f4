package dev.interlock.ingest.landscape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Short ways to values of a tree that may lack any of them. */
final class Nodes {
    private Nodes() {}

    /** The text of a member; empty when it is absent or no plain value. */
    static String text(JsonNode node, String name) {
        return plain(node.path(name));
    }

    /** A value as text; empty unless it is a plain one. */
    static String plain(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asString("") : "";
    }

    /** A list of texts, or a single one. */
    static List<String> texts(JsonNode node) {
        var all = node.isArray() ? node.valueStream().map(Nodes::plain).toList() : List.of(plain(node));
        return all.stream().filter(text -> !text.isBlank()).toList();
    }

    /** The members of an object as texts. */
    static Map<String, String> map(JsonNode node) {
        var map = new LinkedHashMap<String, String>();
        if (node.isObject()) {
            node.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
        }
        return map;
    }
}
