package dev.interlock.arazzo.expression;

import tools.jackson.databind.JsonNode;

/** Works expressions out. */
public final class Resolver {
    private Resolver() {}

    /** The value of an expression; the longest name that is known wins, the rest is looked up inside it. */
    public static Lookup resolve(Expression expression, Scope scope) {
        var whole = expression.root() == Root.REQUEST_BODY || expression.root() == Root.RESPONSE_BODY
                ? within(scope.find(expression.root(), "", ""), expression.name())
                : longest(expression, scope);
        return expression.pointer().map(pointer -> pointed(whole, pointer)).orElse(whole);
    }

    private static Lookup longest(Expression expression, Scope scope) {
        var name = expression.name();
        var whole = scope.find(expression.root(), expression.owner(), name);
        var end = name.length();
        while (splits(expression.root()) && (end = name.lastIndexOf('.', end - 1)) > 0) {
            var known = scope.find(expression.root(), expression.owner(), name.substring(0, end));
            if (whole instanceof Lookup.Absent && known instanceof Lookup.Present) {
                return within(known, name.substring(end + 1));
            }
        }
        return whole;
    }

    private static boolean splits(Root root) {
        return switch (root) {
            case INPUTS, OUTPUTS, STEP_OUTPUTS, WORKFLOW_INPUTS, WORKFLOW_OUTPUTS -> true;
            default -> false;
        };
    }

    private static Lookup within(Lookup found, String dotted) {
        return dotted.isEmpty() ? found : pointed(found, "/" + dotted.replace('.', '/'));
    }

    private static Lookup pointed(Lookup found, String pointer) {
        return found instanceof Lookup.Present present ? Pointed.at(present.value(), pointer, present.origin()) : found;
    }

    /** Whether a value counts as there for comparisons: missing and null are the same. */
    static boolean isNull(Lookup found) {
        return !(found instanceof Lookup.Present(JsonNode value, String _)) || value.isNull();
    }
}
