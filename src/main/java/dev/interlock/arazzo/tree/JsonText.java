package dev.interlock.arazzo.tree;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads JSON and keeps the place of each value. */
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Map<String, Position> places = new HashMap<>();

    private JsonText(JsonParser parser) {
        this.parser = parser;
    }

    static PlacedTree read(String text) throws UnreadableText {
        try (var parser = MAPPER.createParser(text)) {
            var reader = new JsonText(parser);
            parser.nextToken();
            var root = reader.value("", 0);
            if (parser.nextToken() != null) {
                throw new UnreadableText(reader.here(), "There is more text after the end of the JSON value.");
            }
            return new PlacedTree(root, reader.places);
        } catch (JacksonException broken) {
            var message = broken.getOriginalMessage();
            throw new UnreadableText(place(broken.getLocation()), "Not valid JSON: " + message);
        }
    }

    private Position here() {
        return place(parser.currentTokenLocation());
    }

    private static Position place(@Nullable TokenStreamLocation at) {
        return at == null ? Position.UNKNOWN : new Position(at.getLineNr(), at.getColumnNr());
    }

    private JsonNode value(String pointer, int depth) throws UnreadableText {
        if (depth > TreeReader.MAX_DEPTH || places.size() > TreeReader.MAX_VALUES) {
            throw new UnreadableText(here(), "The document is nested too deep or holds too many values.");
        }
        places.put(pointer, here());
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(pointer, depth);
            case START_ARRAY -> array(pointer, depth);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case null, default -> NODES.nullNode();
        };
    }

    private JsonNode object(String pointer, int depth) throws UnreadableText {
        var object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            parser.nextToken();
            object.set(key, value(TreeReader.child(pointer, key), depth + 1));
        }
        return object;
    }

    private JsonNode array(String pointer, int depth) throws UnreadableText {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(pointer + "/" + array.size(), depth + 1));
        }
        return array;
    }
}
