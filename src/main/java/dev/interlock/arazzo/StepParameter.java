package dev.interlock.arazzo;

import tools.jackson.databind.JsonNode;

/**
 * A value for a parameter of an operation, or for an input of a workflow.
 *
 * @param name name of the parameter, case counts
 * @param in {@code path}, {@code query}, {@code querystring}, {@code header} or {@code cookie}; empty for inputs of a workflow
 * @param value literal, expression, text with embedded expressions, or selector
 * @param pointer JSON pointer to where it is written
 */
public record StepParameter(String name, String in, JsonNode value, String pointer) {

    /** Name and place as people read them, such as {@code path orderId}. */
    public String title() {
        return in.isEmpty() ? "input " + name : in + " " + name;
    }
}
