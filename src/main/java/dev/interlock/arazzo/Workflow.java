package dev.interlock.arazzo;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One workflow: steps in order, what they take and what they give. Reusable parts of the components are filled in.
 *
 * @param workflowId id, unique in the document
 * @param summary short text, or an empty one
 * @param description longer text, or an empty one
 * @param inputs JSON Schema of the inputs with references to the components followed; a missing node without one
 * @param dependsOn workflows that must have completed before
 * @param steps steps in the order of the document, at least one
 * @param parameters parameters every step gets unless it overrides them
 * @param successActions what to do after any step succeeded
 * @param failureActions what to do after any step failed
 * @param outputs name to expression or selector, in the order of the document
 * @param teardown workflows that always run afterwards ({@code x-interlock-teardown})
 * @param deadline longest time the whole workflow may take ({@code x-interlock-deadline}, milliseconds)
 * @param pointer JSON pointer to it
 */
public record Workflow(
        String workflowId,
        String summary,
        String description,
        JsonNode inputs,
        List<String> dependsOn,
        List<Step> steps,
        List<StepParameter> parameters,
        List<StepAction> successActions,
        List<StepAction> failureActions,
        Map<String, JsonNode> outputs,
        List<String> teardown,
        Optional<Duration> deadline,
        String pointer) {
    public Workflow {
        dependsOn = List.copyOf(dependsOn);
        steps = List.copyOf(steps);
        parameters = List.copyOf(parameters);
        successActions = List.copyOf(successActions);
        failureActions = List.copyOf(failureActions);
        teardown = List.copyOf(teardown);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** The step with this id. */
    public Optional<Step> step(String stepId) {
        return steps.stream().filter(step -> step.stepId().equals(stepId)).findFirst();
    }

    /** The names of the inputs its schema declares, in order. */
    public List<String> inputNames() {
        return List.copyOf(inputs.path("properties").propertyNames());
    }

    /** The names of the inputs it cannot do without, in order. */
    public List<String> requiredInputs() {
        return inputs.path("required")
                .valueStream()
                .map(name -> name.asString(""))
                .toList();
    }

    int indexOf(String stepId) {
        for (var index = 0; index < steps.size(); index++) {
            if (steps.get(index).stepId().equals(stepId)) {
                return index;
            }
        }
        return -1;
    }
}
