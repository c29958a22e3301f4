package dev.interlock.arazzo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One try of a step.
 *
 * @param number from 1
 * @param startedAt when it began
 * @param took how long it took, the pause before the next one not included
 * @param request request as sent; absent when it could not be built
 * @param answer answer; absent when none came
 * @param values where each value of the request came from
 * @param criteria every criterion with its result, also after one that does not hold
 * @param contract what the answer breaks of the contract
 * @param verdict how it ended
 * @param sentence what happened; empty when it passed
 * @param cause why it has not passed
 * @param next what followed, such as {@code retry in 500 ms (1 of 20)}, {@code go to cancel} or {@code end}
 */
public record Attempt(
        int number,
        Instant startedAt,
        Duration took,
        Optional<HttpCall> request,
        Optional<HttpAnswer> answer,
        List<ValueOrigin> values,
        List<CriterionResult> criteria,
        List<ContractBreak> contract,
        Verdict verdict,
        String sentence,
        Optional<FailureCause> cause,
        String next) {
    public Attempt {
        values = List.copyOf(values);
        criteria = List.copyOf(criteria);
        contract = List.copyOf(contract);
    }

    Attempt followedBy(String what) {
        return new Attempt(
                number, startedAt, took, request, answer, values, criteria, contract, verdict, sentence, cause, what);
    }
}
