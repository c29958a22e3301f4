package dev.interlock.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gate is decided on.
 *
 * @param finished false as long as the run goes on or when it was cancelled
 * @param mustRun number of must-run tests of the run (all chosen ones when none is pinned), without quarantined ones
 * @param mustRunFaults names of must-run tests that are FAILED or BROKEN
 * @param mustRunMissing names of must-run tests without a verdict: BLOCKED, SKIPPED or CANCELLED
 * @param newProblems sentences of problems the baseline does not have; null when there is no baseline
 * @param criticalPathsBad names of critical paths that are untested or failing
 * @param riskLeft share of the score not verified, in percent; null when it is not known
 * @param contractBreaks answers that broke their interface, in words
 * @param tests number of all tests of the run
 * @param quarantined number of them in quarantine
 * @param flaky number of items that both failed and passed
 */
public record GateFacts(
        boolean finished,
        int mustRun,
        List<String> mustRunFaults,
        List<String> mustRunMissing,
        @Nullable List<String> newProblems,
        List<String> criticalPathsBad,
        @Nullable Double riskLeft,
        List<String> contractBreaks,
        int tests,
        int quarantined,
        int flaky) {}
