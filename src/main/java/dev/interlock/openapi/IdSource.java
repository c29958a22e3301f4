package dev.interlock.openapi;

/**
 * Where the value of a path parameter can be taken from.
 *
 * @param producer the operation whose answer holds it
 * @param expression where in the answer, as a runtime expression such as {@code $response.body#/0/id}
 * @param how how it was recognised
 * @param why one sentence for a person
 */
public record IdSource(Operation producer, String expression, How how, String why) {

    /** How a source was recognised, the surest first. */
    public enum How {
        /** The document links the two operations. */
        LINK,
        /** The operation reads or makes the things the parameter names, and its answer has their id. */
        COLLECTION,
        /** A property of the answer has the name of the parameter. */
        SAME_NAME,
        /** Only the Location header of the answer leads there; its last segment is the value. */
        LOCATION
    }
}
