package dev.interlock.testcase;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** Refusals of this module. */
public enum TestCaseProblem implements ProblemType {
    TEST_CASE_IS_UNKNOWN(Kind.NOT_FOUND, "Look it up in the list of test cases."),
    TEST_CASE_IS_REFUSED(Kind.REJECTED, "Mend what is named and send it again."),
    TEST_CASE_EXISTS(Kind.CONFLICT, "Choose another key."),
    WORKFLOW_IS_UNREADABLE(Kind.REJECTED, "Mend the named lines of the document and send it again."),
    SUITE_IS_UNKNOWN(Kind.NOT_FOUND, "Look it up in the list of suites."),
    SUITE_IS_REFUSED(Kind.REJECTED, "Mend what is named and send it again."),
    SUITE_IS_USED(Kind.CONFLICT, "Take it out of the named suites first."),
    NOTHING_TO_DRAFT_FROM(Kind.REJECTED, "Import an OpenAPI document of the service first."),
    TOO_MANY(Kind.BUSY, "Remove test cases or suites that are no longer used.");

    private final Kind kind;
    private final String next;

    TestCaseProblem(Kind kind, String next) {
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
