package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Filling;
import dev.interlock.arazzo.expression.Unresolved;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Outputs of what has not passed: those that have a value. */
final class BestEffort {
    private BestEffort() {}

    static ObjectNode outputs(Map<String, JsonNode> outputs, RunScope scope) {
        var result = Exchange.JSON.createObjectNode();
        outputs.forEach((name, value) -> put(result, name, value, scope));
        return result;
    }

    private static void put(ObjectNode result, String name, JsonNode value, RunScope scope) {
        try {
            result.set(name, new Filling(scope, (_, _, _) -> {}).fill(value, name));
        } catch (Unresolved missing) {
            result.remove(name);
        }
    }
}
