package dev.interlock.openapi;

/**
 * The little of an operation that a catalog stores and compares.
 *
 * @param method method in capital letters
 * @param path path template
 * @param operationId id of the document, or empty
 * @param summary short text, or empty
 * @param deprecated whether callers should leave it
 * @param signature hash that differs exactly when something that matters to callers differs
 */
public record OperationSummary(
        String method, String path, String operationId, String summary, boolean deprecated, String signature) {

    /** Method and path as one text: {@code GET /orders/{orderId}}. */
    public String key() {
        return method + " " + path;
    }

    /** Whether it only reads. */
    public boolean reading() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
