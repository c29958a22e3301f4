package dev.interlock.history;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** What history refuses. */
public enum HistoryProblem implements ProblemType {
    PROBLEM_IS_UNKNOWN(Kind.NOT_FOUND, "Look at the problems of a run for its number."),
    PROBLEM_EDIT_IS_INVALID(Kind.REJECTED, "Mend the findings and send it again."),
    QUARANTINE_IS_INVALID(Kind.REJECTED, "Name an owner, a reason and a last day within 90 days."),
    RETENTION_IS_INVALID(Kind.REJECTED, "Keep results for 1 to 120 months, and bodies for at most as many.");

    private final Kind kind;
    private final String next;

    HistoryProblem(Kind kind, String next) {
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
