package dev.interlock.execution;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** Requests about runs that are refused. */
public enum RunProblem implements ProblemType {
    SCOPE_IS_EMPTY(Kind.REJECTED, "Name a plan, a suite, tests, a query or changed services."),
    SCOPE_IS_UNKNOWN(Kind.REJECTED, "Correct the names; the lists of the project show what there is."),
    SCOPE_IS_AMBIGUOUS(Kind.REJECTED, "Name only one of plan, suite, tests, query and changed."),
    ENVIRONMENT_IS_MISSING(Kind.REJECTED, "Name an environment of the project."),
    ENVIRONMENT_IS_PROTECTED(Kind.FORBIDDEN, "Choose an environment that is not protected."),
    LIMIT_IS_WRONG(Kind.REJECTED, "Correct the values named."),
    IDEMPOTENCY_KEY_IS_USED(Kind.REJECTED, "Send another Idempotency-Key for another request."),
    TOO_MANY_RUNS(Kind.BUSY, "Wait until a run has ended, or cancel one."),
    RUN_IS_UNKNOWN(Kind.NOT_FOUND, "Look it up in the list of runs."),
    ITEM_IS_UNKNOWN(Kind.NOT_FOUND, "Look it up in the results of the run."),
    ITEM_IS_NOT_MANUAL(Kind.CONFLICT, "Record verdicts for items of MANUAL tests only."),
    VERDICT_IS_GIVEN(Kind.CONFLICT, "Run the test again for another verdict."),
    VERDICT_IS_WRONG(Kind.REJECTED, "Say PASSED, FAILED, BLOCKED or SKIPPED."),
    NOTHING_TO_RERUN(Kind.REJECTED, "Choose tests that can be carried out here, and request a run of them."),
    TEST_CANNOT_BE_TRIED(Kind.REJECTED, "Choose a test case with a valid workflow."),
    BASELINE_IS_WRONG(
            Kind.REJECTED, "Say PASSED, PREVIOUS, or PINNED with a finished MAIN or RELEASE run of this environment."),
    REPORT_IS_EMPTY(Kind.REJECTED, "Send a report with at least one result.");

    private final Kind kind;
    private final String next;

    RunProblem(Kind kind, String next) {
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
