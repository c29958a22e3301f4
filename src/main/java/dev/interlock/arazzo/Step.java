package dev.interlock.arazzo;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One step of a workflow.
 *
 * @param stepId id, unique in the workflow
 * @param description text, or an empty one
 * @param target what it calls
 * @param parameters values for the parameters of what it calls
 * @param requestBody body it sends
 * @param successCriteria conditions that must all hold; empty means the default: a status of the 200s and the contract kept
 * @param onSuccess what to do when they hold; the first whose criteria hold
 * @param onFailure what to do when they do not
 * @param outputs name to expression or selector, in the order of the document
 * @param timeout longest time one attempt may take
 * @param dependsOn steps that must have succeeded before
 * @param label name for people ({@code x-interlock-label}), else the step id
 * @param redirects how many redirects its requests follow ({@code x-interlock-redirects}), 0 to 5
 * @param pointer JSON pointer to it
 */
public record Step(
        String stepId,
        String description,
        StepTarget target,
        List<StepParameter> parameters,
        Optional<StepBody> requestBody,
        List<Criterion> successCriteria,
        List<StepAction> onSuccess,
        List<StepAction> onFailure,
        Map<String, JsonNode> outputs,
        Optional<Duration> timeout,
        List<String> dependsOn,
        String label,
        int redirects,
        String pointer) {
    /** Most redirects one request may follow. */
    public static final int MOST_REDIRECTS = 5;

    public Step {
        parameters = List.copyOf(parameters);
        successCriteria = List.copyOf(successCriteria);
        onSuccess = List.copyOf(onSuccess);
        onFailure = List.copyOf(onFailure);
        dependsOn = List.copyOf(dependsOn);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
}
