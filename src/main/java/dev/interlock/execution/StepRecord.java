package dev.interlock.execution;

import dev.interlock.history.Failure;
import dev.interlock.history.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a try.
 *
 * @param stage MAIN or TEARDOWN, or a sub-workflow's id
 * @param title what it does, in words: method, path or workflow
 * @param status PASSED, FAILED, BROKEN or SKIPPED
 * @param tries how often it was sent
 */
public record StepRecord(
        String stepId,
        String stage,
        String title,
        Outcome status,
        Instant startedAt,
        Duration took,
        int tries,
        @Nullable Failure failure,
        List<CriterionRecord> criteria,
        List<ContractRecord> contract,
        List<Exchange> exchanges,
        Map<String, String> outputs) {

    /** The same with other exchanges. */
    public StepRecord withExchanges(List<Exchange> others) {
        return new StepRecord(
                stepId, stage, title, status, startedAt, took, tries, failure, criteria, contract, others, outputs);
    }
}
