package dev.interlock.openapi;

import tools.jackson.databind.JsonNode;

/**
 * A value that fits a schema.
 *
 * @param value the value
 * @param fromExample whether all of it was taken from the document (examples, defaults, enums, constants); otherwise part
 *     of it was made up
 */
public record Sample(JsonNode value, boolean fromExample) {

    /** The value as it is written into a path, query or header: text without quotes, lists joined by commas. */
    public String text() {
        if (value.isArray()) {
            return String.join(
                    ",",
                    value.valueStream()
                            .map(one -> one.isValueNode() ? one.asString("") : one.toString())
                            .toList());
        }
        return value.isValueNode() ? value.asString("") : value.toString();
    }
}
