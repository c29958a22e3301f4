package dev.interlock.arazzo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Makes records of actions. */
final class ActionReader {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);

    private final ModelReader model;

    ActionReader(ModelReader model) {
        this.model = model;
    }

    List<StepAction> all(JsonNode list, String pointer) {
        var actions = new ArrayList<StepAction>();
        for (var each : list) {
            actions.add(action(model.component(each), pointer + "/" + actions.size()));
        }
        return actions;
    }

    private StepAction action(JsonNode node, String pointer) {
        return new StepAction(
                ModelReader.text(node, "name"),
                type(node),
                optional(node, "stepId"),
                optional(node, "workflowId"),
                model.parameters(node.path("parameters"), pointer + "/parameters"),
                node.path("retryAfter").isNumber()
                        ? ModelReader.duration(
                                node.path("retryAfter").decimalValue().multiply(MILLIS))
                        : Duration.ZERO,
                ModelReader.count(node.path("retryLimit"), 1),
                ModelReader.criteria(node.path("criteria"), pointer + "/criteria"),
                node.path("x-interlock-handled").asBoolean(false),
                pointer);
    }

    private static StepAction.Type type(JsonNode node) {
        return switch (ModelReader.text(node, "type")) {
            case "goto" -> StepAction.Type.GOTO;
            case "retry" -> StepAction.Type.RETRY;
            default -> StepAction.Type.END;
        };
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return Optional.of(ModelReader.text(node, name)).filter(text -> !text.isEmpty());
    }
}
