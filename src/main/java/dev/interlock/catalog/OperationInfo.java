package dev.interlock.catalog;

/**
 * The little of an operation that lists show.
 *
 * @param key method and path, such as {@code GET /orders/{id}}
 * @param operationId id of the document, or empty
 * @param summary short text, or empty
 */
public record OperationInfo(
        String key, String method, String path, String operationId, String summary, boolean deprecated) {}
