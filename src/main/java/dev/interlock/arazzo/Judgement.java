package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Filling;
import dev.interlock.arazzo.expression.Unresolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Judges what came back: criteria, contract, outputs. */
final class Judgement {
    private static final String CONTRACT = "the answer keeps the contract";

    private final Step step;
    private final RunState state;

    Judgement(Step step, RunState state) {
        this.step = step;
        this.state = state;
    }

    /** Judges an answer of an operation. */
    Attempted ofAnswer(RunScope scope, Exchange exchange, HttpAnswer answer) {
        var contract = contract(exchange, answer);
        var results = new ArrayList<>(new CriteriaCheck(scope).all(step.successCriteria()));
        if (results.isEmpty()) {
            results.add(status(answer.status()));
        }
        if (state.request.contracts() != ContractMode.OFF) {
            results.add(kept(contract));
        }
        return judged(scope, results, contract, Optional.of(answer.status()));
    }

    /** Judges a workflow that was called and passed. */
    Attempted ofWorkflow(RunScope scope) {
        return judged(scope, new CriteriaCheck(scope).all(step.successCriteria()), List.of(), Optional.empty());
    }

    private List<ContractBreak> contract(Exchange exchange, HttpAnswer answer) {
        if (state.request.contracts() == ContractMode.OFF) {
            return List.of();
        }
        return state.source(exchange.call().source())
                .flatMap(Source::operations)
                .map(index -> index.check(exchange.operation(), exchange.call(), answer))
                .orElse(List.of());
    }

    private static CriterionResult status(int status) {
        var holds = status >= 200 && status < 300;
        return implicit("$statusCode >= 200 && $statusCode < 300", holds, "a status of the 200s", "" + status);
    }

    private CriterionResult kept(List<ContractBreak> contract) {
        var broken = contract.stream().filter(ContractBreak::error).toList();
        var counts = state.request.contracts() == ContractMode.ERROR && !broken.isEmpty();
        return implicit(
                CONTRACT,
                !counts,
                CONTRACT,
                broken.isEmpty() ? "kept" : broken.getFirst().problem());
    }

    private static CriterionResult implicit(String condition, boolean holds, String expected, String actual) {
        return new CriterionResult(
                condition, Optional.empty(), true, holds, expected, actual, Optional.empty(), "", "");
    }

    private Attempted judged(
            RunScope scope, List<CriterionResult> results, List<ContractBreak> contract, Optional<Integer> status) {
        var failed =
                results.stream().filter(Predicate.not(CriterionResult::holds)).toList();
        if (failed.isEmpty()) {
            return withOutputs(scope, results, contract);
        }
        var asserted = failed.stream()
                .filter(each -> each.error().isEmpty() && !each.condition().equals(CONTRACT))
                .toList();
        var broken = failed.stream().filter(each -> !each.error().isEmpty()).toList();
        if (!asserted.isEmpty()) {
            var refused = status.filter(code -> code == 401 || code == 403).isPresent();
            var cause = refused ? FailureCause.AUTH : FailureCause.ASSERTION;
            asserted = failed.stream()
                    .filter(each -> !each.condition().equals(CONTRACT))
                    .toList();
            return ended(scope, Verdict.FAILED, Sentences.of(asserted), cause, results, contract);
        }
        return broken.isEmpty()
                ? ended(scope, Verdict.FAILED, Sentences.ofContract(contract), FailureCause.CONTRACT, results, contract)
                : ended(scope, Verdict.BROKEN, Sentences.of(broken), FailureCause.EXPRESSION, results, contract);
    }

    private Attempted ended(
            RunScope scope,
            Verdict verdict,
            String sentence,
            FailureCause cause,
            List<CriterionResult> results,
            List<ContractBreak> contract) {
        return new Attempted(
                verdict,
                sentence,
                Optional.of(cause),
                scope.exchange(),
                results,
                contract,
                outputs(scope),
                scope,
                false);
    }

    private Attempted withOutputs(RunScope scope, List<CriterionResult> results, List<ContractBreak> contract) {
        try {
            var outputs = Exchange.JSON.createObjectNode();
            for (var entry : step.outputs().entrySet()) {
                outputs.set(
                        entry.getKey(),
                        new Filling(scope, (_, _, _) -> {}).fill(entry.getValue(), "output " + entry.getKey()));
            }
            return new Attempted(
                    Verdict.PASSED, "", Optional.empty(), scope.exchange(), results, contract, outputs, scope, false);
        } catch (Unresolved missing) {
            return ended(scope, Verdict.BROKEN, missing.sentence(), FailureCause.EXPRESSION, results, contract);
        }
    }

    /** The outputs as far as they can be had. */
    private ObjectNode outputs(RunScope scope) {
        return BestEffort.outputs(step.outputs(), scope);
    }
}
