package dev.interlock.openapi;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** Which words of a schema are judged, which say nothing about values, and what to do with the rest. */
final class SchemaKeywords {
    private static final Set<String> JUDGED = Set.of(
            "type",
            "nullable",
            "enum",
            "const",
            "format",
            "contentEncoding",
            "contentMediaType",
            "pattern",
            "properties",
            "required",
            "items",
            "additionalProperties",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "uniqueItems",
            "multipleOf",
            "allOf",
            "oneOf",
            "anyOf",
            "$ref",
            "default",
            "deprecated",
            "readOnly",
            "writeOnly",
            "discriminator");
    private static final Set<String> SILENT = Set.of(
            "title",
            "description",
            "example",
            "examples",
            "externalDocs",
            "$comment",
            "$defs",
            "definitions",
            "$id",
            "id",
            "$anchor",
            "$dynamicAnchor",
            "$schema",
            "$vocabulary",
            "name",
            "in",
            "collectionFormat",
            "allowEmptyValue");

    private SchemaKeywords() {}

    /** Keywords that let other values through in ways we do not work out. */
    static Set<String> unjudged(JsonNode schema) {
        var keys = new TreeSet<>(schema.propertyNames());
        keys.removeAll(JUDGED);
        keys.removeAll(SILENT);
        keys.removeIf(key -> key.startsWith("x-"));
        return keys;
    }

    /** A text that differs when what stands there, references followed, differs. */
    static String text(OpenApiDocument document, Located keyword) {
        var nothing = new Located("", MissingNode.getInstance());
        return new Signatures(document.references()).of(keyword, List.of(), nothing);
    }

    /** Two schemas that hold at once. */
    static Located together(Located one, Located other) {
        if (one.node().equals(other.node())) {
            return one;
        }
        var both = JsonNodeFactory.instance.objectNode();
        both.putArray("allOf").add(one.node()).add(other.node());
        return new Located(one.pointer() + "+" + other.pointer(), both);
    }

    static boolean onlyType(Located schema) {
        return schema.node().size() == 1 && schema.node().path("type").isString();
    }
}
