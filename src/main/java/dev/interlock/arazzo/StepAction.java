package dev.interlock.arazzo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to do after a step.
 *
 * @param name name, unique in its list
 * @param type what to do
 * @param stepId step of the same workflow to go to, or to run before a retry
 * @param workflowId workflow to go to, or to run before a retry
 * @param parameters inputs for that workflow
 * @param retryAfter pause before a retry
 * @param retryLimit most retries, 1 when the document says nothing
 * @param criteria conditions that must all hold; none means always
 * @param handled whether a failure handled this way leaves the workflow unharmed ({@code x-interlock-handled})
 * @param pointer JSON pointer to it
 */
public record StepAction(
        String name,
        Type type,
        Optional<String> stepId,
        Optional<String> workflowId,
        List<StepParameter> parameters,
        Duration retryAfter,
        int retryLimit,
        List<Criterion> criteria,
        boolean handled,
        String pointer) {
    public StepAction {
        parameters = List.copyOf(parameters);
        criteria = List.copyOf(criteria);
    }

    /** The kinds of actions; only failures are retried. */
    public enum Type {
        END,
        GOTO,
        RETRY
    }
}
