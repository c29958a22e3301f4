package dev.interlock.arazzo.expression;

import tools.jackson.databind.JsonNode;

/** What an expression came to. */
public sealed interface Lookup {

    /**
     * A value, which may be null as JSON knows it.
     *
     * @param value the value
     * @param origin where it comes from, in words
     */
    record Present(JsonNode value, String origin) implements Lookup {}

    /**
     * No value.
     *
     * @param reason why, in words, with the deepest part that exists
     */
    record Absent(String reason) implements Lookup {}
}
