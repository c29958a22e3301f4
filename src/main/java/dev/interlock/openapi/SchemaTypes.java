package dev.interlock.openapi;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The types a schema allows, in both spellings. */
final class SchemaTypes {
    private SchemaTypes() {}

    /** The type to expect: the first that is not null, guessed from other keywords when none is given, else empty. */
    static String main(JsonNode schema) {
        var type = schema.path("type");
        if (type.isString()) {
            return type.stringValue();
        }
        for (var one : type) {
            if (!one.asString("").equals("null")) {
                return one.asString("");
            }
        }
        return schema.has("properties") || schema.has("additionalProperties")
                ? "object"
                : schema.has("items") ? "array" : "";
    }

    /** All types named, {@code null} left out; empty when any is allowed. */
    static Set<String> named(JsonNode schema) {
        var types = new TreeSet<String>();
        var type = schema.path("type");
        if (type.isString()) {
            types.add(type.stringValue());
        }
        type.forEach(one -> types.add(one.asString("")));
        types.remove("null");
        return types;
    }

    /** Whether null is allowed, by {@code nullable}, {@code x-nullable} or {@code type: [..., null]}. */
    static boolean nullable(JsonNode schema) {
        return schema.path("nullable").asBoolean(false)
                || schema.path("x-nullable").asBoolean(false)
                || schema.path("type").asString("").equals("null")
                || schema.path("type")
                        .valueStream()
                        .anyMatch(one -> one.asString("").equals("null"));
    }
}
