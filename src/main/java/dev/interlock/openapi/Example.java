package dev.interlock.openapi;

import tools.jackson.databind.JsonNode;

/**
 * An example in the document.
 *
 * @param name its key, or {@code example}
 * @param value the value
 */
public record Example(String name, JsonNode value) {}
