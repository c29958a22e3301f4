package dev.interlock.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a schema says once references are followed, {@code allOf} is laid together and null is in one spelling. Mutable while
 * it is gathered.
 */
final class Shape {
    private static final List<String> OPAQUE = List.of(
            "not",
            "if",
            "then",
            "else",
            "dependentSchemas",
            "dependentRequired",
            "dependencies",
            "patternProperties",
            "unevaluatedProperties",
            "unevaluatedItems",
            "contains",
            "minContains",
            "maxContains",
            "propertyNames",
            "prefixItems",
            "uniqueItems",
            "multipleOf");
    private static final List<String> BOUNDS = List.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties");
    private static final int MAX_PARTS = 200;

    final Set<String> types = new TreeSet<>();
    final Map<String, Located> properties = new LinkedHashMap<>();
    final Set<String> required = new TreeSet<>();
    final Map<String, BigDecimal> bounds = new TreeMap<>();
    final Map<String, JsonNode> opaque = new TreeMap<>();
    final List<Located> alternatives = new ArrayList<>();

    @Nullable
    Set<JsonNode> values;

    @Nullable
    Located items;

    @Nullable
    Located additional;

    String format = "";
    String pattern = "";
    boolean nullable;
    boolean closed;
    boolean unreadable;

    private final OpenApiDocument document;
    private final Set<String> seen = new HashSet<>();

    private Shape(OpenApiDocument document) {
        this.document = document;
    }

    static Shape of(OpenApiDocument document, Located schema) {
        var shape = new Shape(document);
        shape.gather(schema);
        return shape;
    }

    private void gather(Located schema) {
        if (!seen.add(schema.pointer())) {
            return;
        }
        if (seen.size() > MAX_PARTS || schema.node().has("$dynamicRef")) {
            unreadable = true;
            return;
        }
        if (References.isReference(schema.node())) {
            var target = document.target(schema.text("$ref"));
            target.ifPresentOrElse(this::gather, () -> unreadable = true);
            if (document.version().usesJsonSchema2020() && schema.node().size() > 1) {
                own(schema);
            }
            return;
        }
        if (schema.node().isObject()) {
            own(schema);
        } else if (!schema.node().isBoolean()) {
            unreadable = true;
        } else if (!schema.node().booleanValue()) {
            opaque.put("false", schema.node());
        }
    }

    private void own(Located schema) {
        var node = schema.node();
        var named = SchemaTypes.named(node);
        if (types.isEmpty()) {
            types.addAll(named);
        } else if (!named.isEmpty()) {
            types.retainAll(named);
        }
        nullable |= SchemaTypes.nullable(node);
        enumeration(node);
        format = node.path("format").asString(format);
        pattern = node.path("pattern").asString(pattern);
        members(schema);
        bounds(node);
        OPAQUE.stream().filter(node::has).forEach(key -> opaque.merge(key, node.path(key), (one, two) -> two));
        composed(schema);
    }

    private void enumeration(JsonNode node) {
        var own = new LinkedHashSet<JsonNode>();
        node.path("enum").forEach(own::add);
        node.optional("const").ifPresent(own::add);
        if (!own.isEmpty()) {
            nullable |= own.removeIf(JsonNode::isNull);
            if (values != null) {
                own.retainAll(values);
            }
            values = own;
        }
    }

    private void members(Located schema) {
        var listed = schema.at("properties");
        listed.node().propertyNames().forEach(name -> properties.putIfAbsent(name, listed.at(name)));
        schema.node().path("required").forEach(name -> required.add(name.asString("")));
        if (schema.at("items").node().isContainer()) {
            items = schema.at("items");
        }
        var others = schema.at("additionalProperties");
        closed |= others.node().isBoolean() && !others.node().booleanValue();
        if (others.node().isObject()) {
            additional = others;
        }
    }

    private void bounds(JsonNode node) {
        for (var key : BOUNDS) {
            var value = node.path(key);
            if (value.isNumber()) {
                bounds.put(key, value.decimalValue().stripTrailingZeros());
            }
        }
        exclusive(node, "exclusiveMinimum", "minimum");
        exclusive(node, "exclusiveMaximum", "maximum");
    }

    /** The older spelling marks a bound as exclusive; the newer has a bound of its own. */
    private void exclusive(JsonNode node, String flag, String bound) {
        var value = bounds.get(bound);
        if (node.path(flag).asBoolean(false) && node.path(flag).isBoolean() && value != null) {
            bounds.remove(bound);
            bounds.put(flag, value);
        }
    }

    private void composed(Located schema) {
        for (var index = 0; index < schema.node().path("allOf").size(); index++) {
            gather(schema.at("allOf").at(index));
        }
        for (var key : List.of("oneOf", "anyOf")) {
            var list = schema.at(key);
            var real = new ArrayList<Located>();
            for (var index = 0; index < list.node().size(); index++) {
                if (onlyNull(list.at(index))) {
                    nullable = true;
                } else {
                    real.add(list.at(index));
                }
            }
            if (real.size() == 1) {
                gather(real.getFirst());
            } else {
                alternatives.addAll(real);
            }
        }
    }

    private boolean onlyNull(Located alternative) {
        var schema = document.follow(alternative).node();
        return schema.path("type").asString("").equals("null")
                || (schema.path("enum").size() == 1
                        && schema.path("enum").path(0).isNull());
    }
}
