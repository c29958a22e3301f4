package dev.interlock.plan;

import org.jspecify.annotations.Nullable;

/**
 * Conditions on a run.
 *
 * @param maxMustRunFailures must-run tests that may be FAILED or BROKEN, usually 0
 * @param noNewProblem no problem that the baseline does not have
 * @param criticalPathsOk no path of band CRITICAL untested or failing
 * @param maxRiskLeft highest share of the score left unverified, in percent; null asks nothing
 * @param contractsKept no answer broke its interface
 * @param maxQuarantined highest share of tests in quarantine, in percent; null asks nothing
 * @param maxFlaky items that may both fail and pass, 0 allows none; null asks nothing
 */
public record GateRules(
        int maxMustRunFailures,
        boolean noNewProblem,
        boolean criticalPathsOk,
        @Nullable Double maxRiskLeft,
        boolean contractsKept,
        @Nullable Double maxQuarantined,
        @Nullable Integer maxFlaky) {

    /** Conditions that ask nothing of flaky tests. */
    public GateRules(
            int maxMustRunFailures,
            boolean noNewProblem,
            boolean criticalPathsOk,
            @Nullable Double maxRiskLeft,
            boolean contractsKept,
            @Nullable Double maxQuarantined) {
        this(maxMustRunFailures, noNewProblem, criticalPathsOk, maxRiskLeft, contractsKept, maxQuarantined, null);
    }

    /** No must-run test FAILED or BROKEN; nothing else. */
    public static GateRules standard() {
        return new GateRules(0, false, false, null, false, null);
    }
}
