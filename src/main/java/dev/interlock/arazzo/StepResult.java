package dev.interlock.arazzo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one activation of a step went.
 *
 * @param place which activation
 * @param label name for people
 * @param source name of the source it called, or an empty text
 * @param operation operation it called such as {@code GET /orders/{orderId}}, or the workflow
 * @param verdict how it ended
 * @param sentence what happened in one sentence; empty when it passed
 * @param cause why it has not passed
 * @param attempts attempts in order; empty for a step that calls a workflow or is skipped
 * @param outputs values it gives to later steps
 * @param startedAt when it began
 * @param took how long all attempts and pauses took
 */
public record StepResult(
        StepPlace place,
        String label,
        String source,
        String operation,
        Verdict verdict,
        String sentence,
        Optional<FailureCause> cause,
        List<Attempt> attempts,
        ObjectNode outputs,
        Instant startedAt,
        Duration took) {
    public StepResult {
        attempts = List.copyOf(attempts);
    }

    /** The step id. */
    public String stepId() {
        return place.stepId();
    }

    /** The last attempt. */
    public Optional<Attempt> lastAttempt() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    }
}
