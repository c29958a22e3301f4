package dev.interlock.openapi.tree;

import java.math.BigInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads JSON text: strict syntax, exact numbers, repeated keys noticed, limits kept. */
public final class JsonTrees {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Growth growth;

    private JsonTrees(JsonParser parser, Growth growth) {
        this.parser = parser;
        this.growth = growth;
    }

    /**
     * Reads one JSON value.
     *
     * @throws UnreadableTree when the text is not JSON or breaks a limit
     */
    public static ParsedTree read(String text, TreeLimits limits) throws UnreadableTree {
        var growth = new Growth(limits);
        try (var parser = factory(limits).createParser(ObjectReadContext.empty(), text)) {
            return new JsonTrees(parser, growth).whole();
        } catch (JacksonException notJson) {
            throw new UnreadableTree(faultOf(notJson));
        }
    }

    private static JsonFactory factory(TreeLimits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth() + 10)
                        .maxStringLength(limits.stringLength())
                        .maxNameLength(10_000)
                        .maxNumberLength(1_000)
                        .build())
                .build();
    }

    private static TreeFault faultOf(JacksonException notJson) {
        var at = notJson.getLocation();
        var message = notJson.getOriginalMessage();
        return new TreeFault(
                at == null ? 0 : Math.max(0, at.getLineNr()),
                at == null ? 0 : Math.max(0, at.getColumnNr()),
                "Not valid JSON: "
                        + Growth.shortened(
                                message == null
                                        ? "unreadable"
                                        : message.lines().findFirst().orElse("")),
                "Correct the text at this place.");
    }

    private ParsedTree whole() throws UnreadableTree {
        if (parser.nextToken() == null) {
            throw UnreadableTree.because("The text is empty.", "Give the whole document.");
        }
        var root = value(1);
        if (parser.nextToken() != null) {
            throw new UnreadableTree(new TreeFault(
                    line(), column(), "There is more text after the end of the JSON value.", "Remove what follows."));
        }
        return new ParsedTree(root, growth.warnings);
    }

    private JsonNode value(int depth) throws UnreadableTree {
        growth.add(1, line(), column());
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode object(int depth) throws UnreadableTree {
        growth.checkDepth(depth, line(), column());
        var object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            var line = line();
            var column = column();
            parser.nextToken();
            if (object.replace(key, value(depth + 1)) != null) {
                growth.repeatedKey(key, line, column);
            }
        }
        return object;
    }

    private JsonNode array(int depth) throws UnreadableTree {
        growth.checkDepth(depth, line(), column());
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(depth + 1));
        }
        return array;
    }

    private JsonNode integer() {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(new BigInteger(parser.getString()));
        };
    }

    private JsonNode decimal() throws UnreadableTree {
        var number = Growth.decimal(parser.getString());
        if (number == null) {
            throw new UnreadableTree(new TreeFault(
                    line(), column(), "A number with more than 400 places.", "Write the number as a string."));
        }
        return number;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private int column() {
        return parser.currentTokenLocation().getColumnNr();
    }
}
