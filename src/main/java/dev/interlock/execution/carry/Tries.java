package dev.interlock.execution.carry;

import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.arazzo.Sleeper;
import dev.interlock.arazzo.StepListener;
import dev.interlock.arazzo.StepPlace;
import dev.interlock.arazzo.WorkflowRequest;
import dev.interlock.arazzo.WorkflowResult;
import dev.interlock.arazzo.WorkflowRunner;
import dev.interlock.execution.Attempt;
import dev.interlock.execution.ExecutionProperties;
import dev.interlock.execution.StepRecord;
import dev.interlock.history.Blame;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Failure;
import dev.interlock.history.Outcome;
import dev.interlock.outbound.GuardedHttp;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One try of a test: run, record, blame. */
@Component
class Tries {
    private final GuardedHttp http;
    private final Blaming blaming;
    private final TraceIds traces;
    private final ExecutionProperties properties;
    private final InstantSource clock;

    Tries(GuardedHttp http, Blaming blaming, TraceIds traces, ExecutionProperties properties, InstantSource clock) {
        this.http = http;
        this.blaming = blaming;
        this.traces = traces;
        this.properties = properties;
        this.clock = clock;
    }

    Attempt attempt(
            ArazzoDocument document,
            ItemWork work,
            Workplace workplace,
            int number,
            Map<Integer, String> bodies,
            BooleanSupplier stopped)
            throws InterruptedException {
        var traceId = traces.trace();
        var sender = new Sender(http, workplace, clock, traces, traceId, stopped);
        var request = WorkflowRequest.of(document, work.test().workflowId(), workplace.inputs(), workplace.sources())
                .with(dev.interlock.arazzo.RunLimits.DEFAULT.withDeadline(properties.itemDeadline()))
                .with(stopped)
                .with(workplace.origins());
        var result = new WorkflowRunner(sender, clock, Sleeper.real()).run(request, StepListener.NONE);
        if (result.verdict() == dev.interlock.arazzo.Verdict.CANCELLED) {
            throw new InterruptedException("the item was stopped");
        }
        var recorder = new Recorder(work, workplace.masking(), workplace.secretNames(), bodies);
        var steps = recorder.steps(result, sender.sent());
        return new Attempt(
                number,
                Outcome.valueOf(result.verdict().name()),
                result.startedAt(),
                result.took(),
                traceId,
                failure(work, result, recorder, steps, traceId, bodies),
                recorder.values(workplace.shownInputs()),
                recorder.values(result.outputs()),
                steps);
    }

    private @Nullable Failure failure(
            ItemWork work,
            WorkflowResult result,
            Recorder recorder,
            List<StepRecord> steps,
            String traceId,
            Map<Integer, String> bodies)
            throws InterruptedException {
        if (result.cause().isEmpty()) {
            return null;
        }
        var cause = CauseClass.valueOf(result.cause().get().name());
        var step = decisive(result, steps);
        var blame = step.isEmpty() ? Optional.<Blame>empty() : blaming.of(work, step.get(), cause, traceId, bodies);
        return new Failure(
                recorder.text(result.sentence()),
                cause,
                blame.orElse(null),
                step.map(StepRecord::stepId).orElse(""));
    }

    private static Optional<StepRecord> decisive(WorkflowResult result, List<StepRecord> steps) {
        var named = result.decisive().map(StepPlace::stepId).orElse("");
        return steps.stream()
                .filter(step -> step.stepId().equals(named))
                .reduce((first, second) -> second)
                .or(() -> steps.stream().filter(step -> step.status().isFault()).findFirst());
    }
}
