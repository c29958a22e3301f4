package dev.interlock.risk;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** What risk refuses. */
public enum RiskProblem implements ProblemType {
    OVERRIDE_IS_INVALID(Kind.REJECTED, "Mend the findings and send it again."),
    RATING_IS_INVALID(Kind.REJECTED, "Rate from 1 (hardly) to 5 (very).");

    private final Kind kind;
    private final String next;

    RiskProblem(Kind kind, String next) {
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
