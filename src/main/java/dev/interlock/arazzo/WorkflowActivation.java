package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Filling;
import dev.interlock.arazzo.expression.Unresolved;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Carries out one activation of a workflow: its steps in order, and where their actions lead. */
final class WorkflowActivation {
    final RunState state;
    final Workflow workflow;
    private final WorkflowCalls calls;
    private final ObjectNode inputs;
    private final Map<String, String> origins;
    private final int depth;
    private final Map<String, ObjectNode> outputs = new HashMap<>();
    private final Set<String> entered = new HashSet<>();
    private Optional<StepResult> failure = Optional.empty();
    private Optional<Exchange> last = Optional.empty();

    WorkflowActivation(
            RunState state,
            ArazzoDocument document,
            Workflow workflow,
            ObjectNode inputs,
            Map<String, String> origins,
            int depth) {
        this.state = state;
        this.calls = new WorkflowCalls(state, document, depth);
        this.workflow = workflow;
        this.inputs = inputs;
        this.origins = origins;
        this.depth = depth;
    }

    RunScope scope() {
        return new RunScope(workflow, inputs, origins, outputs, state, Optional.empty(), Optional.empty());
    }

    WorkflowEnd run() throws Stopped {
        if (depth > state.request.limits().maxDepth()) {
            throw Stopped.limit("Workflows call each other more than "
                    + state.request.limits().maxDepth() + " deep.");
        }
        state.inputs.put(workflow.workflowId(), inputs);
        var before = calls.dependencies(workflow);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            var end = steps();
            state.outputs.put(workflow.workflowId(), end.outputs());
            return end;
        } catch (Stopped stop) {
            state.outputs.put(workflow.workflowId(), BestEffort.outputs(workflow.outputs(), scope()));
            skipRest(stop.sentence());
            throw stop;
        }
    }

    /** The workflows its steps call. */
    WorkflowCalls calls() {
        return calls;
    }

    private WorkflowEnd steps() throws Stopped {
        var index = 0;
        while (index < workflow.steps().size()) {
            var step = workflow.steps().get(index);
            var end = activate(step);
            if (!end.passed() && !end.handled() && failure.isEmpty()) {
                failure = Optional.of(end.result());
            }
            if (end.action().isEmpty()) {
                if (!end.passed()) {
                    return ended(step, false);
                }
                index++;
            } else if (end.action().get().type() == StepAction.Type.END) {
                return ended(step, true);
            } else if (end.action().get().workflowId().isPresent()) {
                return continued(step, end.action().get(), end.last().scope());
            } else {
                index = workflow.indexOf(end.action().get().stepId().orElse(""));
                if (index < 0) {
                    return WorkflowEnd.broken(FailureCause.SETUP, "The action of " + step.label() + " leads nowhere.");
                }
            }
        }
        return failure.isPresent() ? failed() : passed(false);
    }

    private StepEnd activate(Step step) throws Stopped {
        var place = state.enter(workflow, step, depth);
        entered.add(step.stepId());
        var end = new StepRun(this, step, place).run();
        last = end.last().exchange().or(() -> last);
        if (end.passed()) {
            outputs.put(step.stepId(), end.result().outputs());
        }
        return end;
    }

    /** Steps this one depends on that have not succeeded. */
    List<String> unmet(Step step) {
        return step.dependsOn().stream()
                .filter(id -> !id.startsWith("$") && !outputs.containsKey(id))
                .toList();
    }

    /** Runs what a retry wants to run before; why that spoils the retry, if it does. */
    Optional<String> before(StepAction action, RunScope scope) throws Stopped {
        if (action.stepId().isPresent()) {
            var step = workflow.step(action.stepId().get());
            var end = step.isPresent() ? Optional.of(activate(step.get())) : Optional.<StepEnd>empty();
            return end.filter(StepEnd::passed).isPresent()
                    ? Optional.empty()
                    : Optional.of(end.map(each -> each.result().sentence()).orElse("there is no such step"));
        }
        return action.workflowId().isEmpty() ? Optional.empty() : calls.before(action, scope);
    }

    private WorkflowEnd continued(Step step, StepAction action, RunScope scope) throws Stopped {
        skipRest("the workflow went on as " + action.workflowId().orElse("") + " after " + step.label());
        try {
            var end = calls.call(Targets.workflow(action.workflowId().orElse("")), action.parameters(), scope);
            return failure.isPresent() && end.passed() ? failed() : end;
        } catch (Fault fault) {
            return WorkflowEnd.broken(fault.causeClass, step.label() + ": " + fault.sentence());
        } catch (Unresolved missing) {
            return WorkflowEnd.broken(FailureCause.EXPRESSION, step.label() + ": " + missing.sentence());
        }
    }

    private WorkflowEnd ended(Step step, boolean byAction) {
        skipRest(failure.isPresent() ? step.label() + " has not passed" : "the workflow ended at " + step.label());
        return failure.isPresent() ? failed() : passed(byAction);
    }

    private void skipRest(String reason) {
        for (var step : workflow.steps()) {
            if (entered.add(step.stepId())) {
                var place = state.place(workflow, step, depth);
                state.listener.skipped(place, step, reason);
                state.results.add(new StepResult(
                        place,
                        step.label(),
                        step.target().source().orElse(""),
                        step.target().text(),
                        Verdict.SKIPPED,
                        reason,
                        Optional.empty(),
                        List.of(),
                        Exchange.JSON.createObjectNode(),
                        state.now(),
                        Duration.ZERO));
            }
        }
    }

    private WorkflowEnd failed() {
        var result = failure.orElseThrow();
        return new WorkflowEnd(
                result.verdict(),
                result.sentence(),
                result.cause(),
                Optional.of(result.place()),
                BestEffort.outputs(workflow.outputs(), scope()),
                last);
    }

    private WorkflowEnd passed(boolean early) {
        var scope = scope();
        if (early) {
            return passed(BestEffort.outputs(workflow.outputs(), scope));
        }
        var given = Exchange.JSON.createObjectNode();
        try {
            for (var entry : workflow.outputs().entrySet()) {
                given.set(
                        entry.getKey(),
                        new Filling(scope, (_, _, _) -> {}).fill(entry.getValue(), "output " + entry.getKey()));
            }
            return passed(given);
        } catch (Unresolved missing) {
            return WorkflowEnd.broken(
                    FailureCause.EXPRESSION, "The workflow " + workflow.workflowId() + ": " + missing.sentence());
        }
    }

    private WorkflowEnd passed(ObjectNode given) {
        return new WorkflowEnd(Verdict.PASSED, "", Optional.empty(), Optional.empty(), given, last);
    }

    /** Every output of every step so far, the later ones winning. */
    ObjectNode everything() {
        var all = Exchange.JSON.createObjectNode();
        workflow.steps().forEach(step -> {
            var given = outputs.get(step.stepId());
            if (given != null) {
                all.setAll(given);
            }
        });
        return all.setAll(BestEffort.outputs(workflow.outputs(), scope()));
    }
}
