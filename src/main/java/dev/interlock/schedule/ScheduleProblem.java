package dev.interlock.schedule;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** Requests about schedules and triggers that are refused. */
public enum ScheduleProblem implements ProblemType {
    SCHEDULE_IS_WRONG(Kind.REJECTED, "Correct the values named."),
    SCHEDULE_IS_UNKNOWN(Kind.NOT_FOUND, "Look it up in the list of schedules."),
    TOO_MANY_SCHEDULES(Kind.BUSY, "Delete a schedule that is not needed."),
    TRIGGER_IS_WRONG(Kind.REJECTED, "Correct the values named."),
    TRIGGER_IS_UNKNOWN(Kind.NOT_FOUND, "Look it up in the list of triggers."),
    TOO_MANY_TRIGGERS(Kind.BUSY, "Delete a trigger that is not needed."),
    WEBHOOK_IS_REFUSED(
            Kind.UNAUTHORIZED, "Sign it with the newest secret of this trigger and send it within five minutes."),
    WEBHOOK_IS_TOO_LARGE(Kind.TOO_LARGE, "Send only service, version, environment and branch."),
    WEBHOOK_IS_WRONG(Kind.REJECTED, "Send a JSON object with at most service, version, environment and branch.");

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
