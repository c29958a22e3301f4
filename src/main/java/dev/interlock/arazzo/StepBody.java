package dev.interlock.arazzo;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The body a step sends.
 *
 * @param contentType media type; when absent the operation's is taken
 * @param payload the body; a missing node when nothing is given
 * @param replacements values put into the payload afterwards
 * @param literal whether expressions in the payload are left as they are ({@code x-interlock-literal})
 */
public record StepBody(
        Optional<String> contentType, JsonNode payload, List<Replacement> replacements, boolean literal) {
    public StepBody {
        replacements = List.copyOf(replacements);
    }

    /**
     * A value put into the payload.
     *
     * @param target JSON pointer into the payload, or a JSONPath when {@code selectorType} says so
     * @param value literal, expression or text with embedded expressions
     * @param selectorType {@code jsonpointer} or {@code jsonpath}
     */
    public record Replacement(String target, JsonNode value, String selectorType) {}
}
