package dev.interlock.ingest.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Walks objects and arrays of a JSON stream; what is visited has to consume the value the parser stands on. */
final class JsonFields {
    private static final int MOST_TEXTS = 200;

    private JsonFields() {}

    /** Visits the fields of the object the parser stands on; the parser stands on the value meanwhile. */
    static void each(JsonParser parser, Consumer<String> field) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            field.accept(name);
        }
    }

    /** Visits the items of the array the parser stands on; anything else has none. */
    static void items(JsonParser parser, Runnable item) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            item.run();
        }
    }

    /** The scalar the parser stands on as text; empty for null, objects and arrays. */
    static String text(JsonParser parser) {
        var token = parser.currentToken();
        if (token.isStructStart()) {
            parser.skipChildren();
            return "";
        }
        return token == JsonToken.VALUE_NULL ? "" : parser.getString();
    }

    /** The number the parser stands on; 0 for anything else. */
    static double number(JsonParser parser) {
        if (parser.currentToken().isNumeric()) {
            return parser.getDoubleValue();
        }
        parser.skipChildren();
        return 0;
    }

    /** The texts of an array, or the one text, at most 200. */
    static List<String> texts(JsonParser parser) {
        var texts = new ArrayList<String>();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            items(parser, () -> add(texts, text(parser)));
        } else {
            add(texts, text(parser));
        }
        return texts;
    }

    private static void add(List<String> texts, String text) {
        if (!text.isBlank() && texts.size() < MOST_TEXTS) {
            texts.add(text);
        }
    }
}
