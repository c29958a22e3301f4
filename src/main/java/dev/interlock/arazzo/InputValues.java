package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Texts;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The inputs of one activation.
 *
 * @param values values with the defaults of the schema filled in
 * @param problems what keeps the workflow from starting
 * @param missing whether the problems are all of inputs that have no value
 */
record InputValues(ObjectNode values, List<String> problems, boolean missing) {

    static InputValues of(Workflow workflow, ObjectNode given) {
        var values = given.deepCopy();
        var problems = new ArrayList<String>();
        for (var entry : workflow.inputs().path("properties").properties()) {
            var preset = entry.getValue().path("default");
            if (!values.has(entry.getKey()) && !preset.isMissingNode()) {
                values.set(entry.getKey(), preset);
            }
        }
        for (var name : workflow.requiredInputs()) {
            if (!values.has(name)) {
                problems.add("the input " + name + " has no value");
            }
        }
        var missing = problems.size();
        workflow.inputs()
                .path("properties")
                .properties()
                .forEach(entry -> checkType(
                        entry.getKey(), entry.getValue().path("type"), values.path(entry.getKey()), problems));
        return new InputValues(values, problems, missing == problems.size());
    }

    private static void checkType(String name, JsonNode type, JsonNode value, List<String> problems) {
        if (!value.isMissingNode() && type.isString() && !fits(type.stringValue(), value)) {
            problems.add("the input " + name + " must be of type " + type.stringValue() + ", but it is the "
                    + Texts.type(value) + " " + Texts.shown(value));
        }
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "integer" ->
                value.isIntegralNumber()
                        || (value.isNumber()
                                && value.decimalValue().stripTrailingZeros().scale() <= 0);
            case "string", "number", "boolean", "object", "array", "null" ->
                Texts.type(value).equals(type);
            default -> true;
        };
    }
}
