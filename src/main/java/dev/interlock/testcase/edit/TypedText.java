package dev.interlock.testcase.edit;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values as texts a person types, and back. */
final class TypedText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int SHORT = 60;

    private TypedText() {}

    /** A text as it is, in quotes where it would read as something else; anything structured as JSON. */
    static String of(JsonNode value) {
        if (value.isMissingNode()) {
            return "";
        }
        if (value.isString()) {
            var text = value.asString();
            return read(text).isString() ? text : value.toString();
        }
        var line = value.toString();
        return value.isContainer() && line.length() > SHORT
                ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value)
                : line;
    }

    /** The value a text stands for: JSON when it is that, else the text itself. */
    static JsonNode read(String typed) {
        var text = typed.strip();
        var first = text.isEmpty() ? ' ' : text.charAt(0);
        if ("{[\"-0123456789tfn".indexOf(first) < 0) {
            return JsonNodeFactory.instance.stringNode(typed);
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException noJson) {
            return JsonNodeFactory.instance.stringNode(typed);
        }
    }
}
