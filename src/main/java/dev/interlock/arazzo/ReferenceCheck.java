package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Expression;
import dev.interlock.arazzo.expression.Root;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Checks that what an expression names is there, and there in time. */
final class ReferenceCheck {
    private final ArazzoDocument document;
    private final Workflow workflow;
    private final CallCheck calls;
    private final Notes notes;
    private final boolean jumps;

    ReferenceCheck(ArazzoDocument document, Workflow workflow, CallCheck calls, Notes notes) {
        this.document = document;
        this.workflow = workflow;
        this.calls = calls;
        this.notes = notes;
        jumps = Stream.concat(
                        Stream.concat(workflow.successActions().stream(), workflow.failureActions().stream()),
                        workflow.steps().stream()
                                .flatMap(step -> Stream.concat(step.onSuccess().stream(), step.onFailure().stream())))
                .anyMatch(action -> action.stepId().isPresent());
    }

    /**
     * Checks one expression.
     *
     * @param current the step it is in, absent outside steps
     * @param before steps whose outputs are known: those with a smaller index
     */
    void check(Expression expression, String path, Optional<Step> current, int before) {
        switch (expression.root()) {
            case STEP_OUTPUTS -> stepOutput(expression, path, before);
            case INPUTS -> input(expression, path);
            case OUTPUTS -> calledOutput(expression, path, current);
            case WORKFLOW_OUTPUTS, WORKFLOW_INPUTS -> otherWorkflow(expression, path);
            case SOURCE -> source(expression, path);
            case COMPONENT -> component(expression, path);
            case MESSAGE -> notes.error(path, "Messages are not supported yet.", "Use an answer over HTTP.");
            default -> {}
        }
    }

    private void stepOutput(Expression expression, String path, int before) {
        var index = workflow.indexOf(expression.owner());
        if (index < 0) {
            notes.error(
                    path,
                    expression.text() + " names a step that is not in this workflow.",
                    Spelling.advice(
                            expression.owner(),
                            workflow.steps().stream().map(Step::stepId).toList()));
            return;
        }
        var outputs = workflow.steps().get(index).outputs().keySet();
        if (!declared(outputs, expression.name())) {
            notes.error(
                    path,
                    expression.text() + " names an output the step \"" + expression.owner() + "\" does not have.",
                    outputs.isEmpty()
                            ? "Add it to the outputs of that step."
                            : "It has: " + String.join(", ", outputs) + ".");
        } else if (index >= before) {
            later(expression, path);
        }
    }

    private void later(Expression expression, String path) {
        var problem = expression.text() + " is used before the step \"" + expression.owner() + "\" has run.";
        var hint = "Move that step in front.";
        if (jumps) {
            notes.warning(path, problem, hint);
        } else {
            notes.error(path, problem, hint);
        }
    }

    static boolean declared(Iterable<String> names, String dotted) {
        for (var name : names) {
            if (dotted.equals(name) || dotted.startsWith(name + ".")) {
                return true;
            }
        }
        return false;
    }

    private void input(Expression expression, String path) {
        var names = workflow.inputNames();
        if (declared(names, expression.name()) || open(workflow.inputs())) {
            return;
        }
        var problem = expression.text() + " names an input the workflow does not declare.";
        if (names.isEmpty()) {
            notes.warning(path, problem, "Add it to the properties of inputs.");
        } else {
            notes.error(path, problem, Spelling.advice(expression.name(), names));
        }
    }

    /** Whether a schema may know more names than it lists. */
    static boolean open(JsonNode schema) {
        var further = schema.path("additionalProperties");
        return further.isObject()
                || further.asBoolean(false)
                || Stream.of("allOf", "anyOf", "oneOf", "$ref", "patternProperties")
                        .anyMatch(schema::has);
    }

    private void calledOutput(Expression expression, String path, Optional<Step> current) {
        if (current.isEmpty()) {
            return;
        }
        if (!(current.get().target() instanceof StepTarget.SubWorkflow sub)) {
            notes.warning(
                    path,
                    expression.text() + " is only known where a step calls a workflow, which \""
                            + current.get().stepId() + "\" does not.",
                    "Use $steps.<step>.outputs.<name> or $response.body#/<pointer>.");
            return;
        }
        calls.callee(sub)
                .filter(callee -> !declared(callee.outputs().keySet(), expression.name()))
                .ifPresent(callee -> missing(expression, callee, path));
    }

    private void missing(Expression expression, Workflow callee, String path) {
        Collection<String> outputs = callee.outputs().keySet();
        notes.error(
                path,
                expression.text() + " names an output the workflow \"" + callee.workflowId() + "\" does not have.",
                outputs.isEmpty()
                        ? "Add it to the outputs of that workflow."
                        : Spelling.advice(expression.name(), outputs));
    }

    private void otherWorkflow(Expression expression, String path) {
        var other = document.workflow(expression.owner());
        if (other.isEmpty()) {
            notes.error(
                    path,
                    expression.text() + " names a workflow that is not in the document.",
                    Spelling.advice(
                            expression.owner(),
                            document.workflows().stream()
                                    .map(Workflow::workflowId)
                                    .toList()));
        } else if (expression.root() == Root.WORKFLOW_OUTPUTS
                && !declared(other.get().outputs().keySet(), expression.name())) {
            missing(expression, other.get(), path);
        } else if (expression.root() == Root.WORKFLOW_INPUTS
                && !declared(other.get().inputNames(), expression.name())
                && !open(other.get().inputs())) {
            notes.warning(
                    path,
                    expression.text() + " names an input that workflow does not declare.",
                    Spelling.advice(expression.name(), other.get().inputNames()));
        }
    }

    private void source(Expression expression, String path) {
        var names = document.sourceDescriptions().stream()
                .map(SourceDescription::name)
                .toList();
        if (!names.contains(expression.owner())) {
            notes.error(
                    path,
                    "There is no source description \"" + expression.owner() + "\".",
                    Spelling.advice(expression.owner(), names));
        }
    }

    private void component(Expression expression, String path) {
        var kinds = notes.root().path("components").path(expression.owner());
        if (!declared(List.copyOf(kinds.propertyNames()), expression.name())) {
            notes.error(
                    path,
                    "There is no component \"" + expression.text() + "\".",
                    Spelling.advice(expression.name(), kinds.propertyNames()));
        }
    }
}
