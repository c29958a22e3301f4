package dev.interlock.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides whether a run keeps the conditions of its plan. */
public final class Gate {
    private static final int MOST_NAMES = 5;

    private final GateRules rules;
    private final GateFacts facts;
    private final List<GateReason> reasons = new ArrayList<>();

    private Gate(GateRules rules, GateFacts facts) {
        this.rules = rules;
        this.facts = facts;
    }

    /** FAIL when a condition is broken, else INCOMPLETE when one cannot be decided, else PASS. */
    public static GateVerdict decide(GateRules rules, GateFacts facts) {
        return new Gate(rules, facts).decide();
    }

    private GateVerdict decide() {
        mustRun();
        newProblems();
        criticalPaths();
        riskLeft();
        contracts();
        quarantined();
        flaky();
        if (!facts.finished()) {
            say("finished", Verdict.INCOMPLETE, "The run did not finish.");
        }
        reasons.sort(Comparator.comparing(GateReason::verdict, Comparator.comparingInt(Gate::weight)));
        var verdict = reasons.isEmpty() ? Verdict.PASS : reasons.getFirst().verdict();
        return new GateVerdict(verdict, reasons);
    }

    private void mustRun() {
        var faults = facts.mustRunFaults();
        if (faults.size() > rules.maxMustRunFailures()) {
            var allowed = rules.maxMustRunFailures() == 0 ? "" : ", " + rules.maxMustRunFailures() + " allowed";
            say(
                    "mustRun",
                    Verdict.FAIL,
                    faults.size() + " of " + facts.mustRun() + " must-run tests failed or broke" + allowed + ": "
                            + names(faults) + ".");
        } else if (!facts.mustRunMissing().isEmpty()) {
            say(
                    "mustRun",
                    Verdict.INCOMPLETE,
                    facts.mustRunMissing().size() + " of " + facts.mustRun() + " must-run tests have no verdict: "
                            + names(facts.mustRunMissing()) + ".");
        } else if (facts.mustRun() == 0) {
            say("mustRun", Verdict.INCOMPLETE, "The run has no must-run test, so nothing was shown.");
        } else {
            say("mustRun", Verdict.PASS, "All " + facts.mustRun() + " must-run tests kept to what is allowed.");
        }
    }

    private void newProblems() {
        if (!rules.noNewProblem()) {
            return;
        }
        var found = facts.newProblems();
        if (found == null) {
            say("noNewProblem", Verdict.INCOMPLETE, "There is no baseline yet to tell new problems from known ones.");
        } else if (found.isEmpty()) {
            say("noNewProblem", Verdict.PASS, "No problem that the baseline does not have.");
        } else {
            say("noNewProblem", Verdict.FAIL, found.size() + " new against the baseline: " + names(found) + ".");
        }
    }

    private void criticalPaths() {
        if (rules.criticalPathsOk()) {
            var bad = facts.criticalPathsBad();
            say(
                    "criticalPathsOk",
                    bad.isEmpty() ? Verdict.PASS : Verdict.FAIL,
                    bad.isEmpty()
                            ? "No critical path is untested or failing."
                            : bad.size() + " critical paths are untested or failing: " + names(bad) + ".");
        }
    }

    private void riskLeft() {
        var most = rules.maxRiskLeft();
        if (most == null) {
            return;
        }
        var left = facts.riskLeft();
        if (left == null) {
            say("maxRiskLeft", Verdict.INCOMPLETE, "The risk left is not known.");
        } else {
            say(
                    "maxRiskLeft",
                    left > most ? Verdict.FAIL : Verdict.PASS,
                    "Risk left is " + left + " %, at most " + most + " % is allowed.");
        }
    }

    private void contracts() {
        if (rules.contractsKept()) {
            var breaks = facts.contractBreaks();
            say(
                    "contractsKept",
                    breaks.isEmpty() ? Verdict.PASS : Verdict.FAIL,
                    breaks.isEmpty()
                            ? "Every answer kept its interface."
                            : breaks.size() + " answers broke their interface: " + names(breaks) + ".");
        }
    }

    private void quarantined() {
        var most = rules.maxQuarantined();
        if (most != null) {
            var share = facts.tests() == 0 ? 0 : PlanReport.tenth(100.0 * facts.quarantined() / facts.tests());
            say(
                    "maxQuarantined",
                    share > most ? Verdict.FAIL : Verdict.PASS,
                    facts.quarantined() + " of " + facts.tests() + " tests (" + share
                            + " %) are in quarantine, at most " + most + " % are allowed.");
        }
    }

    private void flaky() {
        var most = rules.maxFlaky();
        if (most != null) {
            say(
                    "maxFlaky",
                    facts.flaky() > most ? Verdict.FAIL : Verdict.PASS,
                    facts.flaky() + " tests both failed and passed, at most " + most + " may.");
        }
    }

    private void say(String condition, Verdict verdict, String sentence) {
        reasons.add(new GateReason(condition, verdict, sentence));
    }

    private static int weight(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> 0;
            case INCOMPLETE -> 1;
            case PASS -> 2;
        };
    }

    private static String names(List<String> names) {
        var shown = String.join("; ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return names.size() > MOST_NAMES ? shown + "; and " + (names.size() - MOST_NAMES) + " more" : shown;
    }
}
