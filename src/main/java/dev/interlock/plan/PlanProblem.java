package dev.interlock.plan;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** What plan refuses. */
public enum PlanProblem implements ProblemType {
    PLAN_IS_UNKNOWN(Kind.NOT_FOUND, "Look at the list of plans for its key."),
    PLAN_IS_INVALID(Kind.REJECTED, "Mend the findings and send it again."),
    PLANS_ARE_FULL(Kind.BUSY, "Delete plans that are no longer used; a project holds 500.");

    private final Kind kind;
    private final String next;

    PlanProblem(Kind kind, String next) {
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
