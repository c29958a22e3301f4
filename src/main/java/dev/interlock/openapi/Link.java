package dev.interlock.openapi;

import java.util.Map;
import java.util.Optional;

/**
 * A link from a response to a next operation.
 *
 * @param name its key
 * @param operationId id of the next operation, if named by id
 * @param operationRef reference to the next operation, if named by place
 * @param parameters parameter names of the next operation and the expression or value each takes, such as
 *     {@code $response.body#/id}
 * @param requestBody expression or value of the next body, if given
 */
public record Link(
        String name,
        Optional<String> operationId,
        Optional<String> operationRef,
        Map<String, String> parameters,
        Optional<String> requestBody) {
    public Link {
        parameters = Map.copyOf(parameters);
    }
}
