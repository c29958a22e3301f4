package dev.interlock.arazzo.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** A simple condition. Texts are compared without regard to case; null and missing are the same. */
public final class Condition {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private record Result(JsonNode value, String reason, Trace trace) {}

    private static final class NotBoolean extends RuntimeException {
        NotBoolean(String message) {
            super(message);
        }
    }

    private final Term term;

    private Condition(Term term) {
        this.term = term;
    }

    /**
     * Parses a condition.
     *
     * @throws IllegalArgumentException with position and reason
     */
    public static Condition parse(String text) {
        return new Condition(new ConditionParser(text).parse());
    }

    /** Every expression in it. */
    public List<Expression> expressions() {
        return expressions(term).toList();
    }

    private static Stream<Expression> expressions(Term term) {
        return switch (term) {
            case Term.Junction junction -> junction.parts().stream().flatMap(Condition::expressions);
            case Term.Not not -> expressions(not.part());
            case Term.Compare compare -> Stream.concat(expressions(compare.left()), expressions(compare.right()));
            case Term.Reference reference -> Stream.of(reference.expression());
            case Term.Literal _ -> Stream.empty();
        };
    }

    /** Whether it compares with a quoted text, which ignores case. */
    public boolean comparesText() {
        return comparesText(term);
    }

    private static boolean comparesText(Term term) {
        return switch (term) {
            case Term.Junction junction -> junction.parts().stream().anyMatch(Condition::comparesText);
            case Term.Not not -> comparesText(not.part());
            case Term.Compare compare -> isText(compare.left()) || isText(compare.right());
            default -> false;
        };
    }

    private static boolean isText(Term term) {
        return term instanceof Term.Literal literal && literal.value().isString();
    }

    /** Works it out. */
    public Evaluated evaluate(Scope scope) {
        try {
            var result = result(term, scope);
            var holds = truth(result);
            var decisive = decisive(term, scope, true);
            return new Evaluated(
                    holds, expected(decisive, scope), actual(decisive, scope), Optional.of(result.trace()), "");
        } catch (NotBoolean wrong) {
            return Evaluated.broken(String.valueOf(wrong.getMessage()));
        }
    }

    private static Result result(Term term, Scope scope) {
        return switch (term) {
            case Term.Literal literal -> leaf(literal.value(), "literal", literal.text(), "");
            case Term.Reference reference -> reference(reference, scope);
            case Term.Not not -> {
                var inner = result(not.part(), scope);
                yield composed(!truth(inner), "!", not.text(), List.of(inner.trace()));
            }
            case Term.Compare compare -> {
                var left = result(compare.left(), scope);
                var right = result(compare.right(), scope);
                var holds = Comparison.holds(compare.operator(), left.value(), right.value());
                yield composed(holds, compare.operator(), compare.text(), List.of(left.trace(), right.trace()));
            }
            case Term.Junction junction -> junction(junction, scope);
        };
    }

    private static Result junction(Term.Junction junction, Scope scope) {
        var traces = new ArrayList<Trace>();
        var holds = junction.and();
        for (var part : junction.parts()) {
            var result = result(part, scope);
            traces.add(result.trace());
            holds = truth(result);
            if (holds != junction.and()) {
                break;
            }
        }
        return composed(holds, junction.and() ? "&&" : "||", junction.text(), traces);
    }

    private static Result reference(Term.Reference reference, Scope scope) {
        return switch (Resolver.resolve(reference.expression(), scope)) {
            case Lookup.Present present -> leaf(present.value(), "value", reference.text(), "");
            case Lookup.Absent absent -> leaf(MissingNode.getInstance(), "value", reference.text(), absent.reason());
        };
    }

    private static Result leaf(JsonNode value, String operator, String text, String reason) {
        var shown = value.isMissingNode() ? "missing" : Texts.shown(value);
        return new Result(value, reason, new Trace(operator, text, shown, Texts.type(value), List.of()));
    }

    private static Result composed(boolean holds, String operator, String text, List<Trace> parts) {
        return new Result(
                NODES.booleanNode(holds), "", new Trace(operator, text, String.valueOf(holds), "boolean", parts));
    }

    private static boolean truth(Result result) {
        if (result.value().isBoolean()) {
            return result.value().booleanValue();
        }
        if (result.value().isNull() || result.value().isMissingNode()) {
            return false;
        }
        throw new NotBoolean("The condition is not boolean: " + result.trace().text() + " is the "
                + result.trace().type() + " " + result.trace().value() + ". Compare it with something.");
    }

    /** The part a reader wants to hear of: the first part of a conjunction that does not hold. */
    private static Term decisive(Term term, Scope scope, boolean wanted) {
        if (term instanceof Term.Junction junction && junction.and() == wanted) {
            return junction.parts().stream()
                    .filter(part -> truth(result(part, scope)) != wanted)
                    .findFirst()
                    .map(part -> decisive(part, scope, wanted))
                    .orElse(term);
        }
        return term;
    }

    private static String expected(Term term, Scope scope) {
        return switch (term) {
            case Term.Compare compare
            when isLiteral(compare.left()) && !isLiteral(compare.right()) ->
                named(compare.right(), scope, false) + " " + mirrored(compare.operator()) + " "
                        + named(compare.left(), scope, true);
            case Term.Compare compare ->
                named(compare.left(), scope, false) + " " + compare.operator() + " "
                        + named(compare.right(), scope, true);
            case Term.Reference reference -> named(reference, scope, false) + " == true";
            default -> term.text();
        };
    }

    private static boolean isLiteral(Term term) {
        return term instanceof Term.Literal;
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case ">" -> "<";
            case "<=" -> ">=";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    private static String named(Term term, Scope scope, boolean withValue) {
        return switch (term) {
            case Term.Literal literal -> Texts.shown(literal.value());
            case Term.Reference reference ->
                Names.of(reference.expression()) + (withValue ? " (" + actual(reference, scope) + ")" : "");
            default -> term.text();
        };
    }

    private static String actual(Term term, Scope scope) {
        return switch (term) {
            case Term.Compare compare when isLiteral(compare.left()) -> actual(compare.right(), scope);
            case Term.Compare compare -> actual(compare.left(), scope);
            case Term.Reference reference -> {
                var result = reference(reference, scope);
                yield result.reason().isEmpty() ? result.trace().value() : "missing: " + result.reason();
            }
            default -> values(term, scope);
        };
    }

    private static String values(Term term, Scope scope) {
        return expressions(term)
                .distinct()
                .map(each -> Names.of(each) + " = "
                        + reference(new Term.Reference(each, each.text()), scope)
                                .trace()
                                .value())
                .reduce((one, other) -> one + ", " + other)
                .orElse(term.text());
    }
}
