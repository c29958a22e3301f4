package dev.interlock.stub;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** What stand-ins refuse. */
public enum StubProblem implements ProblemType {
    NOTHING_TO_ANSWER_FROM(Kind.REJECTED, "Import the OpenAPI document of the service first."),
    STUB_IS_UNKNOWN(Kind.NOT_FOUND, "Look at the stubs of the environment."),
    TOO_MANY_STUBS(Kind.BUSY, "Stop stubs of services that are ready by now.");

    private final Kind kind;
    private final String next;

    StubProblem(Kind kind, String next) {
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
