package dev.interlock.arazzo;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A JSONPath query (RFC 9535). Does not change and is safe for threads. */
public final class JsonPath {

    private JsonPath() {}

    /**
     * Parses a query.
     *
     * @throws IllegalArgumentException when it is not well formed; the message names the position
     */
    public static JsonPath parse(String text) {
        return Later.value();
    }

    /**
     * The values it finds, in order.
     *
     * @throws IllegalStateException when a limit is reached: 10,000 values, 500 ms
     */
    public List<JsonNode> select(JsonNode root) {
        return Later.value();
    }
}
