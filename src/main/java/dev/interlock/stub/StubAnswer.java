package dev.interlock.stub;

/**
 * What a stand-in answers.
 *
 * @param contentType media type of the body, empty without one
 * @param body empty when the operation answers nothing
 * @param operation the operation that was meant, such as {@code GET /orders/{id}}; empty when the interface has none
 */
public record StubAnswer(int status, String contentType, String body, String operation) {
    /** Header that marks an answer, with the key of the service. */
    public static final String MARK = "X-Interlock-Stub";
}
