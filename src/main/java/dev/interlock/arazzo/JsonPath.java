package dev.interlock.arazzo;

import dev.interlock.arazzo.jsonpath.PathEvaluation;
import dev.interlock.arazzo.jsonpath.PathLimitException;
import dev.interlock.arazzo.jsonpath.PathParser;
import dev.interlock.arazzo.jsonpath.PathQuery;
import dev.interlock.arazzo.jsonpath.PathSyntaxException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A JSONPath query (RFC 9535). Does not change and is safe for threads. */
public final class JsonPath {
    private final PathQuery query;

    private JsonPath(PathQuery query) {
        this.query = query;
    }

    /**
     * Parses a query of up to 300 characters.
     *
     * @throws IllegalArgumentException when it is not well formed; the message names the position
     */
    public static JsonPath parse(String text) {
        try {
            return new JsonPath(PathParser.parse(text));
        } catch (PathSyntaxException broken) {
            throw new IllegalArgumentException(broken.getMessage(), broken);
        }
    }

    /**
     * The values it finds, in order.
     *
     * @throws IllegalStateException when a limit is reached: 10,000 values, 500 ms, 500 levels
     */
    public List<JsonNode> select(JsonNode root) {
        try {
            return PathEvaluation.select(query, root);
        } catch (PathLimitException limit) {
            throw new IllegalStateException(limit.getMessage(), limit);
        }
    }
}
