package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Expression;
import dev.interlock.arazzo.expression.Filling;
import dev.interlock.arazzo.expression.Root;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks that every expression of one workflow names a value that is there when it is needed. */
final class ValueCheck {
    private static final Pattern INTENDED = Pattern.compile(
            "\\$(steps|inputs|outputs|workflows|response|request|sourceDescriptions)\\..*", Pattern.DOTALL);
    private static final Pattern SECRET = Pattern.compile("passw(or)?d|secret|token|api[-_]?key|credential");

    private final ArazzoDocument document;
    private final Workflow workflow;
    private final Notes notes;
    private final CriterionCheck criteria;
    private final boolean jumps;

    ValueCheck(ArazzoDocument document, Workflow workflow, Notes notes) {
        this.document = document;
        this.workflow = workflow;
        this.notes = notes;
        criteria = new CriterionCheck(notes, this);
        jumps = workflow.steps().stream().anyMatch(step -> goes(step.onSuccess()) || goes(step.onFailure()))
                || goes(workflow.successActions())
                || goes(workflow.failureActions());
    }

    private static boolean goes(List<StepAction> actions) {
        return actions.stream().anyMatch(action -> action.stepId().isPresent());
    }

    void step(Step step, int index) {
        parameters(step.parameters(), index);
        step.requestBody().filter(body -> !body.literal()).ifPresent(body -> {
            var path = step.pointer() + "/requestBody";
            value(body.payload(), path + "/payload", index, Root::ofExchange);
            body.replacements().forEach(each -> value(each.value(), path + "/replacements", index, Root::ofExchange));
        });
        step.outputs()
                .forEach((name, value) -> value(value, step.pointer() + "/outputs/" + name, index + 1, _ -> false));
        step.successCriteria().forEach(each -> criteria.check(each, index + 1));
        actions(step.onSuccess(), index);
        actions(step.onFailure(), index);
    }

    private void actions(List<StepAction> actions, int index) {
        for (var action : actions) {
            action.criteria().forEach(each -> criteria.check(each, index + 1));
            action.parameters().forEach(each -> value(each.value(), each.pointer(), index + 1, _ -> false));
        }
    }

    void parameters(List<StepParameter> parameters, int index) {
        for (var parameter : parameters) {
            value(parameter.value(), parameter.pointer() + "/value", index, Root::ofExchange);
            secretInAddress(parameter);
        }
    }

    private void secretInAddress(StepParameter parameter) {
        var inAddress = parameter.in().startsWith("query") || parameter.in().equals("path");
        var input = Expression.parse(parameter.value().asString(""))
                .filter(each -> each.root() == Root.INPUTS)
                .map(each -> workflow.inputs()
                        .path("properties")
                        .path(each.name())
                        .path("format")
                        .asString(""))
                .filter("password"::equals);
        var named = SECRET.matcher(parameter.name().toLowerCase(Locale.ROOT)).find();
        if (inAddress && (input.isPresent() || named)) {
            notes.warning(
                    parameter.pointer(),
                    "The secret \"" + parameter.name() + "\" is sent in the address, which logs keep.",
                    "Send it in a header if the service allows that.");
        }
    }

    /**
     * Checks the expressions of a value.
     *
     * @param before steps whose outputs are known: those with a smaller index
     * @param unknown what is not known yet at this place
     */
    void value(JsonNode value, String path, int before, Predicate<Root> unknown) {
        if (value.isString()) {
            text(value.stringValue(), path, before, unknown);
        } else if (Filling.isSelector(value)) {
            text(value.path("context").stringValue(), path, before, unknown);
        } else {
            value.forEach(each -> value(each, path, before, unknown));
        }
    }

    private void text(String text, String path, int before, Predicate<Root> unknown) {
        var whole = Expression.parse(text);
        if (whole.isPresent()) {
            expression(whole.get(), path, before, unknown);
        } else if (INTENDED.matcher(text).matches()) {
            var output = path.contains("/outputs/");
            var problem = "\"" + text + "\" is not an expression of Arazzo" + (output ? "." : " and is sent as it is.");
            var hint = "Write for example $steps.<step>.outputs.<name> or $response.body#/<pointer>.";
            if (output) {
                notes.error(path, problem, hint);
            } else {
                notes.warning(path, problem, hint);
            }
        } else {
            embedded(text, path, before, unknown);
        }
    }

    void embedded(String text, String path, int before, Predicate<Root> unknown) {
        var open = text.indexOf("{$");
        while (open >= 0) {
            var close = text.indexOf('}', open);
            var inner = close < 0 ? "" : text.substring(open + 1, close);
            Expression.parse(inner).ifPresent(each -> expression(each, path, before, unknown));
            open = text.indexOf("{$", open + 2);
        }
    }

    void expression(Expression expression, String path, int before, Predicate<Root> unknown) {
        if (unknown.test(expression.root())) {
            notes.error(
                    path,
                    expression.text() + " is not known at this place.",
                    "Keep it as an output of a step and use $steps.<step>.outputs.<name>.");
        }
        switch (expression.root()) {
            case STEP_OUTPUTS -> output(expression, path, before);
            case INPUTS -> input(expression, path);
            case WORKFLOW_OUTPUTS, WORKFLOW_INPUTS -> otherWorkflow(expression, path);
            case MESSAGE -> notes.error(path, "Messages are not supported yet.", "Use an answer over HTTP.");
            default -> lenient(expression, path);
        }
    }

    private void lenient(Expression expression, String path) {
        if (expression.lenient() && !path.contains("riteria")) {
            notes.info(
                    path,
                    expression.text() + " is read leniently; other tools may refuse it.",
                    "Write $response.body#/" + expression.name().replace('.', '/') + ".");
        }
    }

    private void output(Expression expression, String path, int before) {
        var index = workflow.indexOf(expression.owner());
        if (index < 0) {
            notes.error(
                    path,
                    expression.text() + " names a step that is not in this workflow.",
                    "Known are: "
                            + FlowCheck.names(
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

    private static boolean declared(Iterable<String> names, String dotted) {
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
            notes.error(path, problem, "Declared are: " + FlowCheck.names(names));
        }
    }

    private static boolean open(JsonNode schema) {
        var further = schema.path("additionalProperties");
        return further.isObject() || further.asBoolean(false) || schema.has("allOf") || schema.has("$ref");
    }

    private void otherWorkflow(Expression expression, String path) {
        var other = document.workflow(expression.owner());
        if (other.isEmpty()) {
            notes.error(path, expression.text() + " names a workflow that is not in the document.", "Correct the id.");
        } else if (expression.root() == Root.WORKFLOW_OUTPUTS
                && !declared(other.get().outputs().keySet(), expression.name())) {
            notes.error(path, expression.text() + " names an output that workflow does not have.", "Add it there.");
        }
    }
}
