package dev.interlock.notify.send;

import org.jspecify.annotations.Nullable;

/**
 * What came of one try.
 *
 * @param status status of the last answer, null without
 * @param reason why it did not succeed, "" when it did
 */
record Sent(Kind kind, @Nullable Integer status, String reason) {
    enum Kind {
        DONE,
        NOT_NEEDED,
        LATER,
        NEVER
    }

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;

    static Sent done() {
        return new Sent(Kind.DONE, null, "");
    }

    static Sent notNeeded(String reason) {
        return new Sent(Kind.NOT_NEEDED, null, reason);
    }

    static Sent later(String reason) {
        return new Sent(Kind.LATER, null, reason);
    }

    /** What an answer means: the receiver refuses for good, or may take it later. */
    static Sent answered(int status, String what) {
        if (status >= 200 && status < 300) {
            return new Sent(Kind.DONE, status, "");
        }
        var again = status >= 500 || status == REQUEST_TIMEOUT || status == TOO_EARLY || status == TOO_MANY_REQUESTS;
        return new Sent(again ? Kind.LATER : Kind.NEVER, status, what + " was answered " + status + ".");
    }

    boolean isDone() {
        return kind == Kind.DONE;
    }
}
