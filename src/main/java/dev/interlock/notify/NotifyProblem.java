package dev.interlock.notify;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** Requests about channels that are refused. */
public enum NotifyProblem implements ProblemType {
    CHANNEL_IS_WRONG(Kind.REJECTED, "Correct the values named."),
    CHANNEL_IS_UNKNOWN(Kind.NOT_FOUND, "Look it up in the list of channels."),
    TOO_MANY_CHANNELS(Kind.REJECTED, "Delete a channel that is not needed.");

    private final Kind kind;
    private final String next;

    NotifyProblem(Kind kind, String next) {
        this.kind = kind;
        this.next = next;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String next() {
        return next;
    }
}
