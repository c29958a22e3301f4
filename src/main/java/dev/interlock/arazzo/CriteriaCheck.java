package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Condition;
import dev.interlock.arazzo.expression.Expression;
import dev.interlock.arazzo.expression.Filling;
import dev.interlock.arazzo.expression.Lookup;
import dev.interlock.arazzo.expression.Names;
import dev.interlock.arazzo.expression.Resolver;
import dev.interlock.arazzo.expression.Scope;
import dev.interlock.arazzo.expression.Texts;
import dev.interlock.arazzo.expression.Trace;
import dev.interlock.arazzo.expression.Unresolved;
import dev.interlock.arazzo.pattern.UserPattern;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Evaluates criteria, each of them, whatever became of the others. */
final class CriteriaCheck {
    private final Scope scope;

    CriteriaCheck(Scope scope) {
        this.scope = scope;
    }

    List<CriterionResult> all(List<Criterion> criteria) {
        return criteria.stream().map(this::check).toList();
    }

    boolean hold(List<Criterion> criteria) {
        return criteria.stream().allMatch(each -> check(each).holds());
    }

    private CriterionResult check(Criterion criterion) {
        try {
            return switch (criterion.type()) {
                case SIMPLE -> simple(criterion);
                case REGEX -> regex(criterion);
                case JSONPATH -> jsonPath(criterion);
                case XPATH -> error(criterion, "XPath is not supported yet");
            };
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            return error(criterion, String.valueOf(wrong.getMessage()));
        } catch (Unresolved missing) {
            return error(criterion, missing.sentence());
        } catch (StackOverflowError deep) {
            return error(criterion, "it is nested too deep");
        }
    }

    private static CriterionResult error(Criterion criterion, String problem) {
        return new CriterionResult(
                criterion.condition(),
                criterion.label(),
                false,
                false,
                "",
                "",
                Optional.empty(),
                problem,
                criterion.pointer());
    }

    private CriterionResult simple(Criterion criterion) {
        var evaluated = Condition.parse(criterion.condition()).evaluate(scope);
        return new CriterionResult(
                criterion.condition(),
                criterion.label(),
                false,
                evaluated.holds(),
                evaluated.expected(),
                evaluated.actual(),
                evaluated.trace().map(CriteriaCheck::trace),
                evaluated.error(),
                criterion.pointer());
    }

    private static ConditionTrace trace(Trace trace) {
        return new ConditionTrace(
                trace.operator(),
                trace.text(),
                trace.value(),
                trace.type(),
                trace.parts().stream().map(CriteriaCheck::trace).toList());
    }

    private CriterionResult regex(Criterion criterion) throws Unresolved {
        var context = context(criterion);
        var pattern = filled(criterion);
        var expected = name(criterion) + " to match /" + pattern + "/";
        if (context instanceof Lookup.Present present && !present.value().isNull()) {
            var holds = UserPattern.compile(pattern).find(Texts.verbatim(present.value()));
            return result(criterion, "regex", holds, expected, present.value());
        }
        return absent(criterion, "regex", expected, context);
    }

    private CriterionResult jsonPath(Criterion criterion) throws Unresolved {
        var context = context(criterion);
        var path = filled(criterion);
        var expected = path + " to find something in " + name(criterion);
        if (!(context instanceof Lookup.Present present) || present.value().isNull()) {
            return absent(criterion, "jsonpath", expected, context);
        }
        if (!present.value().isContainer()) {
            throw new Unresolved("the context " + name(criterion) + " is not JSON but the "
                    + Texts.type(present.value()) + " " + Texts.shown(present.value()));
        }
        var holds = !JsonPath.parse(path).select(present.value()).isEmpty();
        return result(criterion, "jsonpath", holds, expected, present.value());
    }

    private Lookup context(Criterion criterion) throws Unresolved {
        var text = criterion.context().orElse("");
        var expression = Expression.parse(text)
                .orElseThrow(() -> new Unresolved("the context \"" + text + "\" is not an expression"));
        return Resolver.resolve(expression, scope);
    }

    private static String name(Criterion criterion) {
        return criterion.context().flatMap(Expression::parse).map(Names::of).orElse("");
    }

    private String filled(Criterion criterion) throws Unresolved {
        return new Filling(scope, (_, _, _) -> {}).embedded(criterion.condition(), "condition");
    }

    private static CriterionResult result(
            Criterion criterion, String operator, boolean holds, String expected, JsonNode value) {
        var operand = new ConditionTrace(
                "value", criterion.context().orElse(""), Texts.shown(value), Texts.type(value), List.of());
        var condition = new ConditionTrace("literal", criterion.condition(), "", "string", List.of());
        var trace = new ConditionTrace(
                operator, criterion.condition(), String.valueOf(holds), "boolean", List.of(operand, condition));
        return new CriterionResult(
                criterion.condition(),
                criterion.label(),
                false,
                holds,
                expected,
                Texts.shown(value),
                Optional.of(trace),
                "",
                criterion.pointer());
    }

    private static CriterionResult absent(Criterion criterion, String operator, String expected, Lookup context) {
        var reason = context instanceof Lookup.Absent absent ? "missing: " + absent.reason() : "null";
        var operand = new ConditionTrace("value", criterion.context().orElse(""), "missing", "missing", List.of());
        var trace = new ConditionTrace(operator, criterion.condition(), "false", "boolean", List.of(operand));
        return new CriterionResult(
                criterion.condition(),
                criterion.label(),
                false,
                false,
                expected,
                reason,
                Optional.of(trace),
                "",
                criterion.pointer());
    }
}
