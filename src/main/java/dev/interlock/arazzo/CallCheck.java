package dev.interlock.arazzo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks what workflows hand to the workflows they call. */
final class CallCheck {
    private final ArazzoDocument document;
    private final Sources sources;
    private final Notes notes;

    CallCheck(ArazzoDocument document, Sources sources, Notes notes) {
        this.document = document;
        this.sources = sources;
        this.notes = notes;
    }

    void check(Workflow workflow) {
        for (var step : workflow.steps()) {
            if (step.target() instanceof StepTarget.SubWorkflow sub) {
                callee(sub).ifPresent(callee -> handed(callee, step.parameters(), step.pointer()));
            }
            actions(step.onSuccess());
            actions(step.onFailure());
        }
        actions(workflow.successActions());
        actions(workflow.failureActions());
    }

    private void actions(List<StepAction> actions) {
        for (var action : actions) {
            action.workflowId()
                    .map(Targets::workflow)
                    .flatMap(this::callee)
                    .ifPresent(callee -> handed(callee, action.parameters(), action.pointer()));
        }
    }

    /** The workflow that is called, if the document it is in is known. */
    Optional<Workflow> callee(StepTarget.SubWorkflow target) {
        var owner = target.source().isEmpty()
                ? Optional.of(document)
                : target.source().flatMap(sources::named).flatMap(Source::document);
        return owner.flatMap(each -> each.workflow(target.workflowId()));
    }

    private void handed(Workflow callee, List<StepParameter> given, String path) {
        for (var name : callee.requiredInputs()) {
            var preset = callee.inputs().path("properties").path(name).has("default");
            if (!preset && given.stream().noneMatch(each -> each.name().equals(name))) {
                notes.error(
                        path,
                        "The workflow \"" + callee.workflowId() + "\" needs the input \"" + name
                                + "\", which gets no value.",
                        "Add {name: " + name + ", value: …} to the parameters here.");
            }
        }
        var names = callee.inputNames();
        if (!ReferenceCheck.open(callee.inputs())) {
            given.stream()
                    .filter(each -> !each.name().isEmpty() && !names.contains(each.name()))
                    .forEach(each -> notes.warning(
                            each.pointer(),
                            "The workflow \"" + callee.workflowId() + "\" has no input \"" + each.name() + "\".",
                            Spelling.advice(each.name(), names)));
        }
    }

    /** Every workflow of this document that a workflow calls in a step. */
    static Stream<String> calledBySteps(Workflow workflow) {
        return workflow.steps().stream()
                .map(Step::target)
                .filter(target -> target instanceof StepTarget.SubWorkflow sub
                        && sub.source().isEmpty())
                .map(target -> ((StepTarget.SubWorkflow) target).workflowId());
    }

    /** Every workflow of this document that one of its actions goes on with. */
    static Stream<String> calledByActions(Workflow workflow) {
        var ofSteps = workflow.steps().stream()
                .flatMap(step -> Stream.concat(step.onSuccess().stream(), step.onFailure().stream()));
        var general = Stream.concat(workflow.successActions().stream(), workflow.failureActions().stream());
        return Stream.concat(ofSteps, general)
                .flatMap(action -> action.workflowId().stream())
                .map(Targets::workflow)
                .filter(target -> target.source().isEmpty())
                .map(StepTarget.SubWorkflow::workflowId);
    }
}
