package dev.interlock.arazzo;

import java.util.Optional;

/**
 * A call a workflow makes, as its document names it.
 *
 * @param workflowId workflow the step is in
 * @param stepId step that calls
 * @param source name of the source; empty when the document leaves it open
 * @param operationId id of the operation, when named so
 * @param method method in capitals, when named by place
 * @param path path template, when named by place
 */
public record OperationCall(
        String workflowId,
        String stepId,
        String source,
        Optional<String> operationId,
        Optional<String> method,
        Optional<String> path) {

    /** The operation as people read it: its id, or {@code GET /pets}. */
    public String title() {
        return operationId.orElseGet(() -> method.orElse("") + " " + path.orElse(""));
    }
}
