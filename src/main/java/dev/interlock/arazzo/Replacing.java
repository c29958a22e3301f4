package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Filling;
import dev.interlock.arazzo.expression.Unresolved;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts values into a payload. */
final class Replacing {
    private final Filling filling;

    Replacing(Filling filling) {
        this.filling = filling;
    }

    JsonNode apply(List<StepBody.Replacement> replacements, JsonNode payload) throws Fault, Unresolved {
        var result = replacements.isEmpty() ? payload : payload.deepCopy();
        for (var each : replacements) {
            var value = filling.fill(each.value(), "replacement " + each.target());
            result = replaced(result, each, value);
        }
        return result;
    }

    private static JsonNode replaced(JsonNode root, StepBody.Replacement replacement, JsonNode value) throws Fault {
        if (!replacement.selectorType().equals("jsonpointer")) {
            throw fault(replacement, "targets of type " + replacement.selectorType() + " are not supported");
        }
        try {
            var text =
                    replacement.target().startsWith("#") ? replacement.target().substring(1) : replacement.target();
            var pointer = JsonPointer.compile(text);
            if (pointer.matches()) {
                return value;
            }
            put(root.at(pointer.head()), pointer, value, replacement);
            return root;
        } catch (IllegalArgumentException malformed) {
            throw fault(replacement, "it is not a JSON pointer");
        }
    }

    private static void put(JsonNode owner, JsonPointer pointer, JsonNode value, StepBody.Replacement replacement)
            throws Fault {
        var last = pointer.last();
        switch (owner) {
            case ObjectNode object -> object.set(last.getMatchingProperty(), value);
            case ArrayNode array
            when last.getMatchingIndex() >= 0 && last.getMatchingIndex() < array.size() ->
                array.set(last.getMatchingIndex(), value);
            default -> throw fault(replacement, "the payload has no such place");
        }
    }

    private static Fault fault(StepBody.Replacement replacement, String problem) {
        return new Fault(
                FailureCause.EXPRESSION,
                "the replacement target " + replacement.target() + " cannot be used: " + problem);
    }
}
