package dev.interlock.arazzo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a workflow went.
 *
 * @param workflowId the workflow
 * @param verdict how it ended
 * @param sentence what happened in one sentence; empty when it passed
 * @param cause why it has not passed
 * @param decisive step the sentence is about
 * @param steps every activation of a step in order, those of called workflows before the step that called them
 * @param teardown steps of the teardown
 * @param teardownProblems one sentence for each workflow of the teardown that has not passed
 * @param outputs values it gives; only complete when it passed
 * @param startedAt when it began
 * @param took how long it took, teardown included
 */
public record WorkflowResult(
        String workflowId,
        Verdict verdict,
        String sentence,
        Optional<FailureCause> cause,
        Optional<StepPlace> decisive,
        List<StepResult> steps,
        List<StepResult> teardown,
        List<String> teardownProblems,
        ObjectNode outputs,
        Instant startedAt,
        Duration took) {
    public WorkflowResult {
        steps = List.copyOf(steps);
        teardown = List.copyOf(teardown);
        teardownProblems = List.copyOf(teardownProblems);
    }

    /** The last activation of a step of this id. */
    public Optional<StepResult> step(String stepId) {
        return steps.reversed().stream()
                .filter(step -> step.stepId().equals(stepId))
                .findFirst();
    }
}
