package dev.interlock.outbound;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** What the way out refuses to be told. */
public enum OutboundProblem implements ProblemType {
    OPENING_IS_MALFORMED("Name a network like 10.20.0.0/16 and ports like 8080,9000-9100.");

    private final String next;

    OutboundProblem(String next) {
        this.next = next;
    }

    @Override
    public Kind kind() {
        return Kind.REJECTED;
    }

    @Override
    public String next() {
        return next;
    }
}
