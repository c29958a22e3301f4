package dev.interlock.demo;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** Requests about the demo that are refused. */
public enum DemoProblem implements ProblemType {
    DEMO_IS_CLOSED(Kind.CONFLICT, "Open the demo from the welcome page first."),
    FAULT_IS_UNKNOWN(Kind.REJECTED, "Choose a service of the shop and a fault of the list."),
    KEY_IS_TAKEN(Kind.CONFLICT, "Delete or keep that project; the demo wants the key for itself.");

    private final Kind kind;
    private final String next;

    DemoProblem(Kind kind, String next) {
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
