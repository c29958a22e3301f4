package dev.interlock.testcase.edit;

import dev.interlock.arazzo.DocumentText;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Cuts a workflow behind a step: later steps go, and with them what names them. */
final class Trimming {
    private Trimming() {}

    static String upTo(Documents document, int step) {
        document.step(step);
        var workflow = (ObjectNode) document.text().at(document.place());
        var kept = JsonNodeFactory.instance.arrayNode();
        workflow.path("steps").valueStream().limit(step + 1L).forEach(kept::add);
        var ids = kept.valueStream().map(one -> one.path("stepId").asString("")).collect(Collectors.toSet());
        kept.forEach(one -> forget(one, ids, "onSuccess", "onFailure"));
        forget(workflow, ids, "successActions", "failureActions");
        workflow.set("steps", kept);
        if (step + 1 < document.steps().size()) {
            workflow.remove("outputs");
        }
        DocumentText cut = document.text().set(document.place(), workflow);
        return cut.text();
    }

    private static void forget(JsonNode owner, Set<String> ids, String... lists) {
        for (var list : lists) {
            if (owner.path(list) instanceof ArrayNode actions) {
                actions.removeIf(action -> action.has("stepId")
                        && !ids.contains(action.path("stepId").asString("")));
                if (actions.isEmpty() && owner instanceof ObjectNode object) {
                    object.remove(list);
                }
            }
        }
    }
}
