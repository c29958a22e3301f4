package dev.interlock.openapi;

import dev.interlock.openapi.tree.Pointers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A copy of a document whose schemas say the same in the words of the validator: references made absolute, names dissolved,
 * nullable in one spelling, properties only meant for requests no longer required.
 */
final class SchemaTree {
    private static final List<String> NAMES = List.of("$id", "$anchor", "$dynamicAnchor", "$schema");
    private static final Set<String> COMPOSED = Set.of("allOf", "anyOf", "oneOf");

    private final OpenApiDocument document;
    private final ObjectNode root;

    SchemaTree(OpenApiDocument document) {
        this.document = document;
        this.root = document.tree();
        rewrite(root);
    }

    ObjectNode root() {
        return root;
    }

    boolean has(String pointer) {
        return Pointers.find(root, pointer)
                .filter(node -> node.isObject() || node.isBoolean())
                .isPresent();
    }

    Optional<String> uncheckedBecause(String pointer, SafePatterns patterns) {
        var unsafe = new TreeSet<String>();
        Pointers.find(root, pointer).ifPresent(schema -> collect(schema, patterns, unsafe));
        return unsafe.isEmpty()
                ? Optional.empty()
                : Optional.of("Not checked, because it cannot be run safely: pattern " + unsafe.first());
    }

    private static void collect(JsonNode node, SafePatterns patterns, Set<String> unsafe) {
        var pattern = node.path("pattern");
        if (pattern.isString() && !patterns.safe(pattern.stringValue())) {
            unsafe.add(pattern.stringValue());
        }
        node.forEach(child -> collect(child, patterns, unsafe));
    }

    private void rewrite(JsonNode node) {
        if (node instanceof ObjectNode object) {
            rewriteObject(object);
        }
        node.forEach(this::rewrite);
    }

    private void rewriteObject(ObjectNode object) {
        for (var name : NAMES) {
            if (object.path(name).isString()) {
                object.remove(name);
            }
        }
        reference(object);
        relaxRequired(object);
        if (!document.version().usesJsonSchema2020()) {
            olderDialect(object);
        }
    }

    private void reference(ObjectNode object) {
        var dynamic = object.path("$dynamicRef");
        if (dynamic.isString()) {
            object.remove("$dynamicRef");
            object.put("$ref", dynamic.stringValue());
        }
        var ref = object.path("$ref");
        if (ref.isString()) {
            var target = document.target(ref.stringValue());
            if (!document.version().usesJsonSchema2020()) {
                object.removeAll();
            }
            if (target.isPresent() && !circular(target.get())) {
                object.put("$ref", "#" + target.get().pointer());
            } else {
                object.remove("$ref");
            }
        }
    }

    private boolean circular(Located target) {
        return References.isReference(target.node()) && !document.follow(target).exists();
    }

    private void relaxRequired(ObjectNode object) {
        var required = object.path("required");
        if (!required.isArray() || !object.path("properties").isObject()) {
            return;
        }
        var properties = new Located("", object.path("properties"));
        var kept = JsonNodeFactory.instance.arrayNode();
        for (var name : required) {
            if (!writeOnly(properties.at(name.asString("")))) {
                kept.add(name);
            }
        }
        if (kept.isEmpty()) {
            object.remove("required");
        } else {
            object.set("required", kept);
        }
    }

    private boolean writeOnly(Located property) {
        return property.flag("writeOnly") || document.follow(property).flag("writeOnly");
    }

    private static void olderDialect(ObjectNode object) {
        if (object.path("x-nullable").asBoolean(false)) {
            object.put("nullable", true);
        }
        if (object.path("type").asString("").equals("file")) {
            object.remove("type");
        }
        if (object.path("nullable").asBoolean(false)) {
            allowNull(object);
        }
    }

    private static void allowNull(ObjectNode object) {
        var values = object.path("enum");
        if (values.isArray() && values.valueStream().noneMatch(JsonNode::isNull)) {
            values.asArray().addNull();
        }
        if (!object.has("type") && COMPOSED.stream().anyMatch(object::has)) {
            var inner = object.deepCopy();
            inner.remove("nullable");
            object.removeAll();
            var alternatives = object.putArray("anyOf");
            alternatives.addObject().putArray("enum").addNull();
            alternatives.add(inner);
        }
    }
}
