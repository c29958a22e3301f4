package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Expression;
import dev.interlock.arazzo.expression.Filling;
import dev.interlock.arazzo.expression.Root;
import dev.interlock.arazzo.tree.TreeReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks that every expression of one workflow names a value that is there when it is needed. */
final class ValueCheck {
    private static final Pattern INTENDED = Pattern.compile(
            "\\$(steps|inputs|outputs|workflows|response|request|sourceDescriptions|components|message)\\..*",
            Pattern.DOTALL);

    private final Workflow workflow;
    private final Notes notes;
    private final CriterionCheck criteria;
    private final ReferenceCheck references;
    private final QueryCheck queries;
    private final SecretCheck secrets;
    private Optional<Step> current = Optional.empty();

    ValueCheck(ArazzoDocument document, Workflow workflow, CallCheck calls, Notes notes) {
        this.workflow = workflow;
        this.notes = notes;
        criteria = new CriterionCheck(notes, this);
        references = new ReferenceCheck(document, workflow, calls, notes);
        queries = new QueryCheck(notes);
        secrets = new SecretCheck(workflow, notes);
    }

    /** What stands beside the steps: parameters and actions for all of them, and the outputs. */
    void general() {
        parameters(workflow.parameters(), -1);
        actions(workflow.successActions(), workflow.steps().size());
        actions(workflow.failureActions(), workflow.steps().size());
        outputs(workflow.outputs(), workflow.pointer(), workflow.steps().size(), Root::ofExchange);
    }

    void step(Step step, int index) {
        current = Optional.of(step);
        parameters(step.parameters(), index);
        step.requestBody().filter(body -> !body.literal()).ifPresent(body -> body(body, step.pointer(), index));
        outputs(step.outputs(), step.pointer(), index + 1, _ -> false);
        step.successCriteria().forEach(each -> criteria.check(each, index + 1));
        actions(step.onSuccess(), index + 1);
        actions(step.onFailure(), index + 1);
        current = Optional.empty();
    }

    private void body(StepBody body, String step, int index) {
        var path = step + "/requestBody";
        value(body.payload(), path + "/payload", index, Root::ofExchange);
        secrets.payload(body.payload(), path + "/payload");
        queries.replacements(body, path + "/replacements");
        for (var at = 0; at < body.replacements().size(); at++) {
            value(
                    body.replacements().get(at).value(),
                    path + "/replacements/" + at + "/value",
                    index,
                    Root::ofExchange);
        }
    }

    private void outputs(Map<String, JsonNode> outputs, String owner, int before, Predicate<Root> unknown) {
        outputs.forEach((name, value) -> {
            var path = TreeReader.child(owner + "/outputs", name);
            if (value.isObject() && !Filling.isSelector(value)) {
                notes.error(
                        path,
                        "The output \"" + name + "\" is an object, but no selector.",
                        "Give it context, selector and type, or write an expression.");
            }
            value(value, path, before, unknown);
        });
    }

    private void actions(List<StepAction> actions, int before) {
        for (var action : actions) {
            action.criteria().forEach(each -> criteria.check(each, before));
            action.parameters().forEach(each -> value(each.value(), each.pointer(), before, _ -> false));
        }
    }

    private void parameters(List<StepParameter> parameters, int index) {
        for (var parameter : parameters) {
            value(parameter.value(), parameter.pointer() + "/value", index, Root::ofExchange);
            secrets.parameter(parameter);
        }
    }

    /**
     * Checks the expressions of a value.
     *
     * @param before steps whose outputs are known: those with a smaller index
     * @param unknown what is not known yet at this place
     */
    private void value(JsonNode value, String path, int before, Predicate<Root> unknown) {
        if (value.isString()) {
            text(value.stringValue(), path, before, unknown);
        } else if (Filling.isSelector(value)) {
            text(value.path("context").stringValue(), path + "/context", before, unknown);
            embedded(value.path("selector").stringValue(), path + "/selector", before, unknown);
            queries.selector(value, path);
        } else if (value.isObject()) {
            value.properties()
                    .forEach(each -> value(each.getValue(), TreeReader.child(path, each.getKey()), before, unknown));
        } else {
            for (var at = 0; at < value.size(); at++) {
                value(value.path(at), path + "/" + at, before, unknown);
            }
        }
    }

    private void text(String text, String path, int before, Predicate<Root> unknown) {
        var whole = Expression.parse(text);
        if (whole.isPresent()) {
            expression(whole.get(), path, before, unknown);
        } else if (INTENDED.matcher(text).matches() && text.indexOf(' ') < 0) {
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
            var expression = Expression.parse(inner);
            expression.ifPresent(each -> expression(each, path, before, unknown));
            if (expression.isEmpty()
                    && INTENDED.matcher(text.substring(open + 1)).matches()) {
                notes.warning(
                        path,
                        "\"" + text.substring(open, close < 0 ? text.length() : close + 1)
                                + "\" is not an expression of Arazzo and is sent as it is.",
                        "Write for example {$inputs.<name>}, with the brace closed.");
            }
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
        references.check(expression, path, current, before);
        if (expression.lenient() && expression.root().ofExchange() && !path.contains("riteria")) {
            notes.info(
                    path,
                    expression.text() + " is read leniently; other tools may refuse it.",
                    "Write $response.body#/" + expression.name().replace('.', '/') + ".");
        }
    }
}
