package dev.interlock.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes one value; notes whether any part of it had to be made up. */
final class SampleMaker {
    private static final int MAX_DEPTH = 12;
    private static final int MAX_ITEMS = 20;
    private static final int MAX_OPTIONAL = 12;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final OpenApiDocument document;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean madeUp;

    SampleMaker(OpenApiDocument document) {
        this.document = document;
    }

    boolean madeUp() {
        return madeUp;
    }

    JsonNode make(Located written) {
        var given = given(written.node());
        if (given.isPresent()) {
            return given.get();
        }
        var schema = document.follow(written);
        if (open.size() >= MAX_DEPTH || open.contains(schema.pointer())) {
            madeUp = true;
            return SchemaTypes.main(schema.node()).equals("array") ? NODES.arrayNode() : NODES.objectNode();
        }
        open.push(schema.pointer());
        try {
            return given(schema.node()).orElseGet(() -> made(schema));
        } finally {
            open.pop();
        }
    }

    /** What the document itself gives: an example, the constant, the default or the first value of an enum. */
    private static Optional<JsonNode> given(JsonNode schema) {
        var examples = schema.path("examples");
        return schema.optional("example")
                .or(() -> examples.isArray() && !examples.isEmpty() ? Optional.of(examples.path(0)) : Optional.empty())
                .or(() -> schema.optional("x-example"))
                .or(() -> schema.optional("const"))
                .or(() -> schema.optional("default").filter(value -> !value.isNull()))
                .or(() -> schema.path("enum")
                        .valueStream()
                        .filter(value -> !value.isNull())
                        .findFirst());
    }

    private JsonNode made(Located schema) {
        if (schema.node().path("allOf").isArray()) {
            return merged(schema);
        }
        for (var key : List.of("oneOf", "anyOf")) {
            if (!schema.node().has("properties") && schema.node().path(key).isArray()) {
                return make(alternative(schema.at(key)));
            }
        }
        return switch (SchemaTypes.main(schema.node())) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "null" -> NODES.nullNode();
            default -> scalar(schema.node());
        };
    }

    private JsonNode scalar(JsonNode schema) {
        madeUp = true;
        return ScalarSamples.of(schema);
    }

    private Located alternative(Located alternatives) {
        for (var index = 0; index < alternatives.node().size(); index++) {
            var one = alternatives.at(index);
            if (!document.follow(one).text("type").equals("null")) {
                return one;
            }
        }
        return alternatives.at(0);
    }

    /** The properties of all parts together, or the first value that is not an object. */
    private JsonNode merged(Located schema) {
        var whole = NODES.objectNode();
        var parts = schema.at("allOf");
        for (var index = 0; index < parts.node().size(); index++) {
            var part = make(parts.at(index));
            if (!(part instanceof ObjectNode object)) {
                return part;
            }
            whole.setAll(object);
        }
        if (schema.node().has("properties")) {
            whole.setAll(object(schema));
        }
        return whole;
    }

    private ObjectNode object(Located schema) {
        var object = NODES.objectNode();
        var properties = schema.at("properties");
        var required = schema.node()
                .path("required")
                .valueStream()
                .map(name -> name.asString(""))
                .toList();
        var names = required.isEmpty()
                ? properties.node().propertyNames().stream().limit(MAX_OPTIONAL).toList()
                : required;
        for (var name : names) {
            var property = properties.at(name);
            if (property.exists() && !readOnly(property) && (!required.isEmpty() || !cut(property))) {
                object.set(name, make(property));
            } else if (!property.exists()) {
                object.set(name, scalar(NODES.objectNode()));
            }
        }
        return object;
    }

    private boolean readOnly(Located property) {
        return property.flag("readOnly") || document.follow(property).flag("readOnly");
    }

    /** Whether an optional property would lead into a circle. */
    private boolean cut(Located property) {
        var items = document.follow(property).at("items");
        return open.contains(document.follow(property).pointer())
                || (items.exists() && open.contains(document.follow(items).pointer()));
    }

    private JsonNode array(Located schema) {
        var array = NODES.arrayNode();
        var prefix = schema.at("prefixItems");
        for (var index = 0; index < prefix.node().size() && index < MAX_ITEMS; index++) {
            array.add(make(prefix.at(index)));
        }
        var least = Math.clamp(schema.node().path("minItems").asLong(1), 0, MAX_ITEMS);
        var most = schema.node().path("maxItems").asLong(MAX_ITEMS);
        while (array.size() < Math.min(Math.max(least, 1), most)) {
            array.add(schema.at("items").exists() ? make(schema.at("items")) : scalar(NODES.objectNode()));
        }
        return array;
    }
}
