package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Filling;
import dev.interlock.arazzo.expression.Unresolved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Carries out one try of a step: sends its request, or calls its workflow. */
final class StepTry {
    private final WorkflowActivation activation;
    private final Step step;
    private final RunState state;

    StepTry(WorkflowActivation activation, Step step) {
        this.activation = activation;
        this.step = step;
        this.state = activation.state;
    }

    Attempted once() throws Stopped {
        var scope = activation.scope();
        var unmet = activation.unmet(step);
        try {
            if (!unmet.isEmpty()) {
                throw new Fault(
                        FailureCause.SETUP, "it depends on steps that have not succeeded: " + String.join(", ", unmet));
            }
            return switch (step.target()) {
                case StepTarget.SubWorkflow sub -> called(sub, scope);
                case StepTarget.Channel _ ->
                    throw new Fault(FailureCause.SETUP, "steps over channels are not carried out yet");
                default -> sent(scope);
            };
        } catch (Fault fault) {
            return Attempted.broken(fault.causeClass, fault.sentence(), scope, true);
        } catch (Unresolved missing) {
            return Attempted.broken(FailureCause.EXPRESSION, missing.sentence(), scope, true);
        }
    }

    private Attempted sent(RunScope scope) throws Fault, Unresolved, Stopped {
        var name = sourceName();
        var source = state.source(name)
                .orElseThrow(() -> new Fault(
                        FailureCause.SETUP,
                        "nothing is known of the source \"" + name + "\"; connect it to a service"));
        var operation = operation(name, source);
        var exchange = new CallBuilder(step, name, source, operation, scope).build(merged());
        return sent(scope.with(Optional.of(exchange)), exchange, source);
    }

    private Attempted sent(RunScope scope, Exchange built, Source source) throws Stopped {
        try {
            var granted = source.credentials().grant(built.operation(), built.call());
            var exchange = new Exchange(
                    built.operation(),
                    CallBuilder.with(built.call(), granted),
                    built.parameters(),
                    built.requestBody(),
                    built.origins(),
                    Optional.empty(),
                    built.responseBody());
            var answer = state.runner.http.send(exchange.call(), state.timeFor(step));
            var answered = exchange.answered(answer);
            return new Judgement(step, state).ofAnswer(scope.with(Optional.of(answered)), answered, answer);
        } catch (TransportFailure failure) {
            return Attempted.broken(failure.causeClass(), failure.sentence(), scope, false);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Stopped.cancelled();
        }
    }

    private String sourceName() throws Fault {
        return step.target()
                .source()
                .orElseThrow(() -> new Fault(
                        FailureCause.SETUP,
                        "it is open which source has the operation "
                                + step.target().text()));
    }

    private CalledOperation operation(String name, Source source) throws Fault {
        var index = source.operations()
                .orElseThrow(() -> new Fault(FailureCause.SETUP, "the source " + name + " has no interface"));
        var found = switch (step.target()) {
            case StepTarget.ById byId -> index.byId(byId.operationId());
            case StepTarget.ByPath byPath -> index.byPointer(byPath.pointer());
            default -> Optional.<CalledOperation>empty();
        };
        return found.orElseThrow(() -> new Fault(
                FailureCause.SETUP,
                "the interface of " + name + " has no operation "
                        + step.target().text()));
    }

    /** The parameters of the workflow, overridden by those of the step with the same name and place. */
    private List<StepParameter> merged() {
        var merged = new LinkedHashMap<Map.Entry<String, String>, StepParameter>();
        activation.workflow.parameters().forEach(each -> merged.put(Map.entry(each.name(), each.in()), each));
        step.parameters().forEach(each -> merged.put(Map.entry(each.name(), each.in()), each));
        return List.copyOf(merged.values());
    }

    private Attempted called(StepTarget.SubWorkflow target, RunScope scope) throws Fault, Unresolved, Stopped {
        var end = activation.calls().call(target, step.parameters(), scope);
        var after = scope.withOutputs(end.outputs()).with(end.last());
        if (end.passed()) {
            return new Judgement(step, state).ofWorkflow(after);
        }
        return new Attempted(
                end.verdict(),
                "the workflow " + target.workflowId() + " has not passed: " + end.sentence(),
                end.cause(),
                Optional.empty(),
                List.of(),
                List.of(),
                Exchange.JSON.createObjectNode(),
                after,
                false);
    }

    /** Values for the inputs of a workflow. */
    static Map<String, JsonNode> inputs(List<StepParameter> parameters, RunScope scope) throws Unresolved {
        var inputs = new LinkedHashMap<String, JsonNode>();
        for (var each : parameters) {
            inputs.put(each.name(), new Filling(scope, (_, _, _) -> {}).fill(each.value(), "input " + each.name()));
        }
        return inputs;
    }
}
