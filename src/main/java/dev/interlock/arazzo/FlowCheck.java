package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Root;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks what only shows when the parts are seen together: who calls whom, where values come from, what is never reached. */
final class FlowCheck {
    private static final int MANY_RETRIES = 1_000;

    private final ArazzoDocument document;
    private final Notes notes;

    FlowCheck(ArazzoDocument document, Notes notes) {
        this.document = document;
        this.notes = notes;
    }

    void check() {
        document.workflows().forEach(this::workflow);
    }

    private void workflow(Workflow workflow) {
        var values = new ValueCheck(document, workflow, notes);
        workflow.dependsOn().forEach(id -> workflowExists(id, workflow.pointer() + "/dependsOn"));
        workflow.teardown().forEach(id -> workflowExists(id, workflow.pointer() + "/x-interlock-teardown"));
        dependencyCycle(workflow);
        values.parameters(workflow.parameters(), -1);
        workflow.outputs()
                .forEach((name, value) -> values.value(
                        value,
                        workflow.pointer() + "/outputs/" + name,
                        workflow.steps().size(),
                        Root::ofExchange));
        for (var index = 0; index < workflow.steps().size(); index++) {
            step(workflow, workflow.steps().get(index), index, values);
        }
        unreachable(workflow);
    }

    private void step(Workflow workflow, Step step, int index, ValueCheck values) {
        target(step);
        dependsOn(workflow, step, index);
        values.step(step, index);
        step.onSuccess().forEach(action -> action(workflow, action, index));
        step.onFailure().forEach(action -> action(workflow, action, index));
        workflow.failureActions().forEach(action -> action(workflow, action, index));
        workflow.successActions().forEach(action -> action(workflow, action, index));
    }

    private void target(Step step) {
        switch (step.target()) {
            case StepTarget.SubWorkflow sub -> workflowExists(sub.text(), step.pointer() + "/workflowId");
            case StepTarget.Channel _ ->
                notes.error(
                        step.pointer(),
                        "The step sends or receives messages, which is not carried out yet.",
                        "Use an operation of an OpenAPI source.");
            case StepTarget.ById byId
            when byId.source().isEmpty() ->
                notes.error(
                        step.pointer() + "/operationId",
                        "It is open which source has the operation \"" + byId.operationId() + "\".",
                        "Write $sourceDescriptions.<name>." + byId.operationId() + ".");
            case StepTarget.ByPath byPath
            when byPath.source().isEmpty() ->
                notes.error(
                        step.pointer() + "/operationPath",
                        "The operationPath names no source.",
                        "Write '{$sourceDescriptions.<name>.url}#/paths/~1pets/get'.");
            default -> sourceExists(step);
        }
    }

    private void sourceExists(Step step) {
        var name = step.target().source().orElse("");
        if (document.sourceDescriptions().stream()
                .noneMatch(source -> source.name().equals(name))) {
            notes.error(
                    step.pointer(),
                    "There is no source description \"" + name + "\".",
                    "Known are: "
                            + names(document.sourceDescriptions().stream()
                                    .map(SourceDescription::name)
                                    .toList()));
        }
    }

    static String names(List<String> names) {
        return String.join(", ", names) + ".";
    }

    private void workflowExists(String text, String path) {
        var target = Targets.workflow(text);
        var source = target.source();
        if (source.isPresent()) {
            var known = document.sourceDescriptions().stream()
                    .anyMatch(each -> each.name().equals(source.get()));
            if (!known) {
                notes.error(path, "There is no source description \"" + source.get() + "\".", "Correct the name.");
            }
        } else if (document.workflow(target.workflowId()).isEmpty()) {
            notes.error(
                    path,
                    "There is no workflow \"" + text + "\".",
                    "Known are: "
                            + names(document.workflows().stream()
                                    .map(Workflow::workflowId)
                                    .toList()));
        }
    }

    private void dependencyCycle(Workflow workflow) {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(workflow.dependsOn());
        while (!open.isEmpty()) {
            var next = open.pop();
            if (next.equals(workflow.workflowId())) {
                notes.error(
                        workflow.pointer() + "/dependsOn",
                        "The workflow \"" + next + "\" depends on itself.",
                        "Remove one of the dependencies.");
                return;
            }
            if (seen.add(next)) {
                document.workflow(next).ifPresent(each -> open.addAll(each.dependsOn()));
            }
        }
    }

    private void dependsOn(Workflow workflow, Step step, int index) {
        for (var id : step.dependsOn()) {
            var at = workflow.indexOf(id);
            if (at < 0 && !id.startsWith("$")) {
                notes.error(step.pointer() + "/dependsOn", "There is no step \"" + id + "\".", "Correct the id.");
            } else if (at >= index) {
                notes.warning(
                        step.pointer() + "/dependsOn",
                        "The step \"" + id + "\" comes later.",
                        "Move it in front, or go to it first.");
            }
        }
    }

    private void action(Workflow workflow, StepAction action, int index) {
        action.workflowId().ifPresent(id -> workflowExists(id, action.pointer() + "/workflowId"));
        if (action.stepId().isPresent() && workflow.indexOf(action.stepId().get()) < 0) {
            notes.error(
                    action.pointer() + "/stepId",
                    "There is no step \"" + action.stepId().get() + "\" in this workflow.",
                    "Known are: "
                            + names(workflow.steps().stream().map(Step::stepId).toList()));
        }
        endless(workflow, action, index);
    }

    private void endless(Workflow workflow, StepAction action, int index) {
        if (action.type() == StepAction.Type.RETRY && action.retryLimit() > MANY_RETRIES) {
            notes.warning(
                    action.pointer() + "/retryLimit",
                    "The step may be tried " + action.retryLimit() + " times.",
                    "Lower retryLimit, or lengthen retryAfter.");
        }
        var back = action.stepId()
                .map(workflow::indexOf)
                .filter(at -> at >= 0 && at <= index)
                .isPresent();
        if (action.type() == StepAction.Type.GOTO && back && action.criteria().isEmpty()) {
            notes.warning(
                    action.pointer(),
                    "The action always goes back, so the steps repeat until the limit of the run.",
                    "Add criteria that end the loop, or use retry.");
        }
    }

    private void unreachable(Workflow workflow) {
        var reached = new TreeSet<Integer>();
        var open = new ArrayDeque<>(Set.of(0));
        while (!open.isEmpty()) {
            var index = open.pop();
            if (index >= 0 && index < workflow.steps().size() && reached.add(index)) {
                open.addAll(Reach.next(workflow, index));
            }
        }
        for (var index = 0; index < workflow.steps().size(); index++) {
            if (!reached.contains(index)) {
                notes.warning(
                        workflow.steps().get(index).pointer(),
                        "The step \"" + workflow.steps().get(index).stepId() + "\" is never reached.",
                        "Remove it, or let an action go to it.");
            }
        }
    }
}
