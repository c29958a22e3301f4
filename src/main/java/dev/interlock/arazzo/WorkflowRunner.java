package dev.interlock.arazzo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Carries one workflow out, step by step. Always ends and always answers with a result. Safe for threads. */
public final class WorkflowRunner {
    final HttpTransport http;
    final InstantSource clock;
    final Sleeper sleeper;

    /**
     * @param http sends requests
     * @param clock tells the time
     * @param sleeper waits between attempts
     */
    public WorkflowRunner(HttpTransport http, InstantSource clock, Sleeper sleeper) {
        this.http = http;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Carries a workflow out and tells the listener of every step. */
    public WorkflowResult run(WorkflowRequest request, StepListener listener) {
        var workflow = request.document().workflow(request.workflowId());
        var time = workflow.flatMap(Workflow::deadline)
                .filter(own -> own.compareTo(request.limits().deadline()) < 0)
                .orElse(request.limits().deadline());
        var state = new RunState(this, request, listener, false, time);
        if (workflow.isEmpty()) {
            var sentence = "The document has no workflow " + request.workflowId() + ".";
            return result(state, WorkflowEnd.broken(FailureCause.SETUP, sentence), List.of(), List.of());
        }
        return run(state, workflow.get());
    }

    private WorkflowResult run(RunState state, Workflow workflow) {
        var request = state.request;
        var inputs = InputValues.of(workflow, request.inputs());
        if (!inputs.problems().isEmpty()) {
            var sentence = "The workflow cannot start: " + String.join("; ", inputs.problems()) + ".";
            return result(state, WorkflowEnd.broken(FailureCause.SETUP, sentence), List.of(), List.of());
        }
        var activation =
                new WorkflowActivation(state, request.document(), workflow, inputs.values(), request.inputOrigins(), 0);
        var end = end(activation);
        if (workflow.teardown().isEmpty()) {
            return result(state, end, List.of(), List.of());
        }
        return withTeardown(state, activation, inputs, end);
    }

    private WorkflowResult withTeardown(
            RunState state, WorkflowActivation activation, InputValues inputs, WorkflowEnd end) {
        var after = new RunState(this, state.request, state.listener, true, Teardown.TIME);
        after.outputs.putAll(state.outputs);
        after.inputs.putAll(state.inputs);
        after.numberedAfter(state);
        var interrupted = Thread.interrupted();
        try {
            var values = inputs.values().deepCopy();
            values.setAll(activation.everything());
            var problems = new Teardown(after, values).run(activation.workflow.teardown());
            return result(state, end, after.results, problems);
        } catch (RuntimeException | StackOverflowError odd) {
            return result(state, end, after.results, List.of("The teardown stopped on our side: " + odd));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static WorkflowEnd end(WorkflowActivation activation) {
        try {
            return activation.run();
        } catch (Stopped stop) {
            var place = activation.state.results.reversed().stream()
                    .filter(each -> each.verdict() == stop.verdict)
                    .map(StepResult::place)
                    .findFirst();
            return new WorkflowEnd(
                    stop.verdict,
                    stop.sentence(),
                    stop.causeClass,
                    place,
                    Exchange.JSON.createObjectNode(),
                    Optional.empty());
        } catch (RuntimeException | StackOverflowError odd) {
            return WorkflowEnd.broken(
                    FailureCause.ENGINE, "Something went wrong on our side while carrying the workflow out: " + odd);
        }
    }

    private WorkflowResult result(RunState state, WorkflowEnd end, List<StepResult> teardown, List<String> problems) {
        return new WorkflowResult(
                state.request.workflowId(),
                end.verdict(),
                end.sentence(),
                end.cause(),
                end.decisive(),
                state.results,
                teardown,
                problems,
                end.outputs(),
                state.startedAt(),
                Duration.between(state.startedAt(), clock.instant()));
    }
}
