package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Unresolved;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The workflows one activation calls: those it depends on, those of its steps, those of its actions. */
final class WorkflowCalls {
    private final RunState state;
    private final ArazzoDocument document;
    private final int depth;

    WorkflowCalls(RunState state, ArazzoDocument document, int depth) {
        this.state = state;
        this.document = document;
        this.depth = depth;
    }

    /** Runs what a workflow depends on, once each; the end of the workflow when one of them has not passed. */
    Optional<WorkflowEnd> dependencies(Workflow workflow) throws Stopped {
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

    /** Runs the workflow a retry wants to run before; why that spoils the retry, if it does. */
    Optional<String> before(StepAction action, RunScope scope) throws Stopped {
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
}
