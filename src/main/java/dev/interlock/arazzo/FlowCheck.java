package dev.interlock.arazzo;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks what only shows when the parts are seen together: who calls whom, where values come from, what is never reached. */
final class FlowCheck {
    private static final Pattern ELSEWHERE =
            Pattern.compile("\\$workflows\\.([A-Za-z0-9_-]+)\\.steps\\.([A-Za-z0-9_-]+)");

    private final ArazzoDocument document;
    private final Notes notes;
    private final CallCheck calls;

    FlowCheck(ArazzoDocument document, Sources sources, Notes notes) {
        this.document = document;
        this.notes = notes;
        calls = new CallCheck(document, sources, notes);
    }

    void check() {
        document.workflows().forEach(this::workflow);
        new RecursionCheck(document, notes).check();
        SecretCheck.sources(document, notes);
    }

    private void workflow(Workflow workflow) {
        var values = new ValueCheck(document, workflow, calls, notes);
        var actions = new ActionCheck(workflow, notes);
        workflow.dependsOn().forEach(id -> workflowExists(id, workflow.pointer() + "/dependsOn"));
        workflow.teardown().forEach(id -> workflowExists(id, workflow.pointer() + "/x-interlock-teardown"));
        dependencyCycle(workflow);
        calls.check(workflow);
        values.general();
        actions.general();
        workflowsExist(workflow.successActions());
        workflowsExist(workflow.failureActions());
        for (var index = 0; index < workflow.steps().size(); index++) {
            step(workflow, workflow.steps().get(index), index, values);
            actions.step(workflow.steps().get(index), index);
        }
        unreachable(workflow);
    }

    private void step(Workflow workflow, Step step, int index, ValueCheck values) {
        target(step);
        dependsOn(workflow, step, index);
        values.step(step, index);
        workflowsExist(step.onSuccess());
        workflowsExist(step.onFailure());
    }

    private void workflowsExist(List<StepAction> actions) {
        actions.forEach(action ->
                action.workflowId().ifPresent(id -> workflowExists(id, action.pointer() + "/workflowId")));
    }

    private void target(Step step) {
        switch (step.target()) {
            case StepTarget.SubWorkflow sub -> workflowExists(sub.text(), step.pointer() + "/workflowId");
            case StepTarget.Channel channel when channel.text().isEmpty() -> {}
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
                    Spelling.advice(
                            name,
                            document.sourceDescriptions().stream()
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
                    Spelling.advice(
                            text,
                            document.workflows().stream()
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
            if (at < 0) {
                dependencyExists(workflow, id, step.pointer() + "/dependsOn");
            } else if (at == index) {
                notes.error(step.pointer() + "/dependsOn", "The step \"" + id + "\" depends on itself.", "Remove it.");
            } else if (at >= index) {
                notes.warning(
                        step.pointer() + "/dependsOn",
                        "The step \"" + id + "\" comes later.",
                        "Move it in front, or go to it first.");
            }
        }
    }

    private void dependencyExists(Workflow workflow, String id, String path) {
        var elsewhere = ELSEWHERE.matcher(id);
        if (elsewhere.matches()) {
            var other = document.workflow(elsewhere.group(1));
            if (other.flatMap(each -> each.step(elsewhere.group(2))).isEmpty()) {
                notes.error(path, "There is no step \"" + id + "\" in the document.", "Correct workflow and step.");
            }
        } else if (!id.startsWith("$sourceDescriptions.")) {
            notes.error(
                    path,
                    "There is no step \"" + id + "\".",
                    Spelling.advice(
                            id, workflow.steps().stream().map(Step::stepId).toList()));
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
