package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Condition;
import dev.interlock.arazzo.expression.Expression;
import dev.interlock.arazzo.pattern.UserPattern;

/** Checks that criteria can be evaluated. */
final class CriterionCheck {
    private final Notes notes;
    private final ValueCheck values;

    CriterionCheck(Notes notes, ValueCheck values) {
        this.notes = notes;
        this.values = values;
    }

    void check(Criterion criterion, int before) {
        criterion.context().ifPresent(context -> context(criterion, context, before));
        try {
            switch (criterion.type()) {
                case SIMPLE -> simple(criterion, before);
                case REGEX -> regex(criterion, before);
                case JSONPATH -> jsonPath(criterion, before);
                case XPATH ->
                    notes.error(
                            criterion.pointer(),
                            "XPath criteria are not supported yet.",
                            "Check the text with type regex, or an answer in JSON with jsonpath.");
            }
        } catch (IllegalArgumentException broken) {
            notes.error(
                    criterion.pointer() + "/condition",
                    String.valueOf(broken.getMessage()),
                    "Correct the condition: " + criterion.condition());
        }
    }

    private void context(Criterion criterion, String context, int before) {
        var expression = Expression.parse(context);
        if (expression.isEmpty()) {
            notes.error(
                    criterion.pointer() + "/context",
                    "\"" + context + "\" is not an expression of Arazzo.",
                    "Write for example $response.body.");
        } else {
            values.expression(expression.get(), criterion.pointer() + "/context", before, _ -> false);
        }
    }

    private void simple(Criterion criterion, int before) {
        var condition = Condition.parse(criterion.condition());
        var path = criterion.pointer() + "/condition";
        condition.expressions().forEach(each -> values.expression(each, path, before, _ -> false));
        if (condition.expressions().isEmpty()) {
            notes.warning(
                    path,
                    "The condition looks at nothing of the run.",
                    "Compare an expression, such as $statusCode == 200.");
        }
        if (condition.comparesText()) {
            notes.info(
                    path, "Simple conditions compare texts without regard to case.", "Use jsonpath where case counts.");
        }
    }

    private void regex(Criterion criterion, int before) {
        if (!embeds(criterion, before)) {
            var _ = UserPattern.compile(criterion.condition());
        }
    }

    private boolean embeds(Criterion criterion, int before) {
        values.embedded(criterion.condition(), criterion.pointer() + "/condition", before, _ -> false);
        return criterion.condition().contains("{$");
    }

    private void jsonPath(Criterion criterion, int before) {
        if (!embeds(criterion, before)) {
            var _ = JsonPath.parse(criterion.condition());
        }
        if (criterion.condition().startsWith("$[?") && criterion.condition().contains("count(@.")) {
            notes.info(
                    criterion.pointer() + "/condition",
                    "The filter looks at the elements of the context; on an object it does not look at the object itself.",
                    "Write for example $.pets[*] to ask whether a list has elements.");
        }
    }
}
