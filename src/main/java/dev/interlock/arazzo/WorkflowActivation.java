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
    private final ArazzoDocument document;
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
        this.document = document;
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
        var before = dependencies();
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

    private Optional<WorkflowEnd> dependencies() throws Stopped {
        for (var id : workflow.dependsOn()) {
            var end = state.completed.get(id);
            if (end == null) {
                end = dependency(id);
                state.completed.put(id, end);
            }
            if (!end.passed()) {
                var sentence = "The workflow " + id + ", which " + workflow.workflowId()
                        + " depends on, has not passed: " + end.sentence();
                return Optional.of(WorkflowEnd.broken(FailureCause.SETUP, sentence));
            }
        }
        return Optional.empty();
    }

    private WorkflowEnd dependency(String text) throws Stopped {
        try {
            return start(Targets.workflow(text), state.request.inputs(), state.request.inputOrigins());
        } catch (Fault fault) {
            return WorkflowEnd.broken(fault.causeClass, fault.sentence());
        }
    }

    /** Starts a workflow of this document or of an Arazzo source. */
    private WorkflowEnd start(StepTarget.SubWorkflow target, ObjectNode given, Map<String, String> from)
            throws Fault, Stopped {
        var other = target.source().isEmpty()
                ? Optional.of(document)
                : target.source().flatMap(state::source).flatMap(Source::document);
        var found = other.flatMap(each -> each.workflow(target.workflowId()))
                .orElseThrow(() -> new Fault(FailureCause.SETUP, "there is no workflow " + target.text()));
        var values = InputValues.of(found, given);
        if (!values.problems().isEmpty()) {
            throw new Fault(
                    FailureCause.SETUP,
                    "the workflow " + found.workflowId() + " cannot start: " + String.join("; ", values.problems()));
        }
        return new WorkflowActivation(state, other.get(), found, values.values(), from, depth + 1).run();
    }

    /** Calls a workflow with these inputs. */
    WorkflowEnd call(StepTarget.SubWorkflow target, List<StepParameter> parameters, RunScope scope)
            throws Fault, Unresolved, Stopped {
        var given = Exchange.JSON.createObjectNode();
        StepTry.inputs(parameters, scope).forEach(given::set);
        return start(target, given, Map.of());
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
        return action.workflowId().isEmpty() ? Optional.empty() : workflowBefore(action, scope);
    }

    private Optional<String> workflowBefore(StepAction action, RunScope scope) throws Stopped {
        try {
            var target = Targets.workflow(action.workflowId().orElse(""));
            var end = call(target, action.parameters(), scope);
            return end.passed()
                    ? Optional.empty()
                    : Optional.of("the workflow " + target.workflowId() + " has not passed: " + end.sentence());
        } catch (Fault fault) {
            return Optional.of(fault.sentence());
        } catch (Unresolved missing) {
            return Optional.of(missing.sentence());
        }
    }

    private WorkflowEnd continued(Step step, StepAction action, RunScope scope) throws Stopped {
        skipRest("the workflow went on as " + action.workflowId().orElse("") + " after " + step.label());
        try {
            var end = call(Targets.workflow(action.workflowId().orElse("")), action.parameters(), scope);
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
