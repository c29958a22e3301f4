package dev.interlock.schedule;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** Requests about schedules that are refused. */
public enum ScheduleProblem implements ProblemType {
    SCHEDULE_IS_WRONG(Kind.REJECTED, "Correct the values named."),
    SCHEDULE_IS_UNKNOWN(Kind.NOT_FOUND, "Look it up in the list of schedules."),
    TOO_MANY_SCHEDULES(Kind.BUSY, "Delete a schedule that is not needed.");

    private final Kind kind;
    private final String next;

    ScheduleProblem(Kind kind, String next) {
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
