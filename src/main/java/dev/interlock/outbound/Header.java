package dev.interlock.outbound;

/**
 * One header line of a request or an answer, in the order it is sent or came.
 *
 * @param name as written; compare without regard to case
 * @param value without the line end
 */
public record Header(String name, String value) {
    /** Whether this header has that name, without regard to case. */
    public boolean is(String otherName) {
        return name.equalsIgnoreCase(otherName);
    }
}
