package dev.interlock.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private static final Set<String> NO_LIMIT_AT_ZERO = Set.of("minLength", "minItems", "minProperties");
    private static final int MAX_PARTS = 200;

    final Set<String> types = new TreeSet<>();
    final Map<String, Located> properties = new LinkedHashMap<>();
    final Set<String> required = new TreeSet<>();
    final Map<String, BigDecimal> bounds = new TreeMap<>();
    final Map<String, String> opaque = new TreeMap<>();
    final List<Located> alternatives = new ArrayList<>();

    @Nullable
    Set<JsonNode> values;

    @Nullable
    Located items;

    @Nullable
    Located additional;

    @Nullable
    BigDecimal multiple;

    String format = "";
    String pattern = "";
    String discriminator = "";
    String standard = "";
    boolean unique;
    boolean deprecated;
    boolean readOnly;
    boolean writeOnly;
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
            opaque.put("false", "false");
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
        texts(node);
        flags(node);
        members(schema);
        bounds(node);
        SchemaKeywords.unjudged(node)
                .forEach(key -> opaque.merge(key, SchemaKeywords.text(document, schema.at(key)), String::concat));
        composed(schema);
    }

    /** Content keywords of the newer dialect are the formats of the older one. */
    private void texts(JsonNode node) {
        format = node.path("format").asString(format);
        if (node.path("contentEncoding").asString("").equals("base64")) {
            format = "byte";
        } else if (node.path("contentMediaType").asString("").equals("application/octet-stream")) {
            format = "binary";
            types.add("string");
        }
        var ownPattern = node.path("pattern").asString("");
        pattern = pattern.isEmpty() || pattern.equals(ownPattern) ? ownPattern : pattern + ownPattern;
        discriminator = node.path("discriminator").isString()
                ? node.path("discriminator").stringValue()
                : node.path("discriminator").path("propertyName").asString(discriminator);
        standard = node.optional("default").map(JsonNode::toString).orElse(standard);
    }

    private void flags(JsonNode node) {
        unique |= node.path("uniqueItems").asBoolean(false);
        deprecated |= node.path("deprecated").asBoolean(false);
        readOnly |= node.path("readOnly").asBoolean(false);
        writeOnly |= node.path("writeOnly").asBoolean(false);
        if (node.path("multipleOf").isNumber()) {
            multiple = node.path("multipleOf").decimalValue();
        }
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
        listed.node()
                .propertyNames()
                .forEach(name -> properties.merge(name, listed.at(name), SchemaKeywords::together));
        schema.node().path("required").forEach(name -> required.add(name.asString("")));
        var elements = schema.at("items");
        if (elements.node().isContainer()) {
            items = items == null ? elements : SchemaKeywords.together(items, elements);
        }
        var others = schema.at("additionalProperties");
        closed |= others.node().isBoolean() && !others.node().booleanValue();
        if (others.node().isObject() && !others.node().isEmpty()) {
            additional = additional == null ? others : SchemaKeywords.together(additional, others);
        }
    }

    private void bounds(JsonNode node) {
        for (var key : BOUNDS) {
            var value = node.path(key);
            if (value.isNumber()
                    && !(NO_LIMIT_AT_ZERO.contains(key) && value.decimalValue().signum() == 0)) {
                tighten(key(node, key), value.decimalValue().stripTrailingZeros());
            }
        }
    }

    /** The older spelling marks a bound as exclusive; the newer has a bound of its own. */
    private static String key(JsonNode node, String bound) {
        var flag = bound.equals("minimum") ? "exclusiveMinimum" : bound.equals("maximum") ? "exclusiveMaximum" : "";
        return node.path(flag).isBoolean() && node.path(flag).booleanValue() ? flag : bound;
    }

    private void tighten(String key, BigDecimal value) {
        var lower = key.toLowerCase(Locale.ROOT).contains("min");
        bounds.merge(key, value, lower ? BigDecimal::max : BigDecimal::min);
    }

    /** The lowest value it lets through; empty when there is none. */
    Optional<Edge> lower() {
        return Edge.tightest(bounds.get("minimum"), bounds.get("exclusiveMinimum"), whole(), 1);
    }

    /** The highest value it lets through; empty when there is none. */
    Optional<Edge> upper() {
        return Edge.tightest(bounds.get("maximum"), bounds.get("exclusiveMaximum"), whole(), -1);
    }

    private boolean whole() {
        return types.equals(Set.of("integer"));
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
            } else if (types.isEmpty() && !real.isEmpty() && real.stream().allMatch(SchemaKeywords::onlyType)) {
                real.forEach(one -> types.addAll(SchemaTypes.named(one.node())));
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
