package dev.interlock.api.runs;

import dev.interlock.api.runs.ItemShown.FailureShown;
import dev.interlock.execution.Attempt;
import dev.interlock.execution.ContractRecord;
import dev.interlock.execution.CriterionRecord;
import dev.interlock.execution.ItemDetail;
import dev.interlock.execution.ManualStepVerdict;
import dev.interlock.execution.StepRecord;
import dev.interlock.history.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item with everything recorded of it, as JSON. */
record DetailShown(ItemShown item, List<AttemptShown> attempts, List<ManualStepVerdict> steps, String note) {

    /** One try. */
    record AttemptShown(
            int number,
            Outcome outcome,
            Instant startedAt,
            long tookMs,
            String traceId,
            @Nullable FailureShown failure,
            Map<String, String> inputs,
            Map<String, String> outputs,
            List<StepShown> steps) {
        static AttemptShown of(Attempt attempt) {
            var failure = attempt.failure();
            return new AttemptShown(
                    attempt.number(),
                    attempt.outcome(),
                    attempt.startedAt(),
                    attempt.took().toMillis(),
                    attempt.traceId(),
                    failure == null ? null : FailureShown.of(failure),
                    attempt.inputs(),
                    attempt.outputs(),
                    attempt.steps().stream().map(StepShown::of).toList());
        }
    }

    /** One step. */
    record StepShown(
            String stepId,
            String stage,
            String title,
            Outcome status,
            Instant startedAt,
            long tookMs,
            int tries,
            @Nullable FailureShown failure,
            List<CriterionRecord> criteria,
            List<ContractRecord> contract,
            List<ExchangeShown> exchanges,
            Map<String, String> outputs) {
        static StepShown of(StepRecord step) {
            var failure = step.failure();
            return new StepShown(
                    step.stepId(),
                    step.stage(),
                    step.title(),
                    step.status(),
                    step.startedAt(),
                    step.took().toMillis(),
                    step.tries(),
                    failure == null ? null : FailureShown.of(failure),
                    step.criteria(),
                    step.contract(),
                    step.exchanges().stream().map(ExchangeShown::of).toList(),
                    step.outputs());
        }
    }

    static DetailShown of(ItemDetail detail) {
        return new DetailShown(
                ItemShown.of(detail.item()),
                detail.attempts().stream().map(AttemptShown::of).toList(),
                detail.manual(),
                detail.note());
    }
}
