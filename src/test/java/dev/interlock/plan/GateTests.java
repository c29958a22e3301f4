package dev.interlock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateTests {
    private static final GateRules ALL = new GateRules(0, true, true, 20.0, true, 5.0, 0);

    @Test
    void passesWhenEveryMustRunTestHeld() {
        var verdict = Gate.decide(GateRules.standard(), facts(List.of(), List.of()));

        assertThat(verdict.verdict()).isEqualTo(Verdict.PASS);
        assertThat(verdict.reasons()).hasSize(1);
    }

    @Test
    void failsWhenAMustRunTestFailedAndNamesIt() {
        var verdict = Gate.decide(GateRules.standard(), facts(List.of("checkout"), List.of()));

        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict.reasons().getFirst().sentence()).contains("1 of 10").contains("checkout");
    }

    @Test
    void isIncompleteWhenAMustRunTestHasNoVerdict() {
        assertThat(Gate.decide(GateRules.standard(), facts(List.of(), List.of("pay")))
                        .verdict())
                .isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void isIncompleteWhenNothingRan() {
        var facts = new GateFacts(true, 0, List.of(), List.of(), null, List.of(), null, List.of(), 0, 0, 0);

        assertThat(Gate.decide(GateRules.standard(), facts).verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void newIsIncompleteWithoutABaseline() {
        var verdict = Gate.decide(ALL, all(null, 10.0, 0));

        assertThat(verdict.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(verdict.reasons().getFirst().condition()).isEqualTo("noNewProblem");
    }

    @Test
    void aBrokenConditionOutweighsAnUndecidedOne() {
        var verdict = Gate.decide(ALL, all(null, 30.0, 0));

        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict.reasons()).extracting(GateReason::verdict).startsWith(Verdict.FAIL, Verdict.INCOMPLETE);
    }

    @Test
    void passesAllConditionsWhenAllAreKept() {
        assertThat(Gate.decide(ALL, all(List.of(), 20.0, 1)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(Gate.decide(ALL, all(List.of(), 20.0, 2)).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Gate.decide(ALL, all(List.of("502 at bank"), 20.0, 1)).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void allowsAsManyFlakyTestsAsAskedFor() {
        var rules = new GateRules(0, false, false, null, false, null, 1);

        assertThat(Gate.decide(rules, flaky(1)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(Gate.decide(rules, flaky(2)).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Gate.decide(GateRules.standard(), flaky(2)).verdict()).isEqualTo(Verdict.PASS);
    }

    private static GateFacts flaky(int flaky) {
        return new GateFacts(true, 10, List.of(), List.of(), null, List.of(), null, List.of(), 10, 0, flaky);
    }

    private static GateFacts all(@Nullable List<String> newProblems, Double riskLeft, int quarantined) {
        return new GateFacts(
                true, 10, List.of(), List.of(), newProblems, List.of(), riskLeft, List.of(), 20, quarantined, 0);
    }

    private static GateFacts facts(List<String> faults, List<String> missing) {
        return new GateFacts(true, 10, faults, missing, null, List.of(), null, List.of(), 10, 0, 0);
    }
}
