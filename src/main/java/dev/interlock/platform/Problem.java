package dev.interlock.platform;

import java.util.List;

/** A request that is refused: what happened, to what, what to do next. Nothing was changed. */
public final class Problem extends RuntimeException {
    private final transient ProblemType type;
    private final transient List<Finding> findings;

    Problem(ProblemType type, String detail, List<Finding> findings) {
        super(detail);
        this.type = type;
        this.findings = List.copyOf(findings);
    }

    /** The stable kind of refusal. */
    public ProblemType type() {
        return type;
    }

    /** What happened, to what; one sentence. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Every fault found, empty when the sentence says it all. */
    public List<Finding> findings() {
        return findings;
    }
}
