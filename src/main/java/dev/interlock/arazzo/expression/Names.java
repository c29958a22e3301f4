package dev.interlock.arazzo.expression;

/** Short names of expressions for sentences: {@code $.status} for a part of the answer, {@code status} for its code. */
public final class Names {
    private Names() {}

    /** The short name. */
    public static String of(Expression expression) {
        return switch (expression.root()) {
            case STATUS_CODE -> "status";
            case RESPONSE_BODY -> "$" + members(expression);
            case RESPONSE_HEADER -> "header " + expression.name();
            default -> expression.text();
        };
    }

    private static String members(Expression expression) {
        var dotted = expression.name().isEmpty() ? "" : "/" + expression.name().replace('.', '/');
        var result = new StringBuilder();
        for (var token : (dotted + expression.pointer().orElse("")).split("/", -1)) {
            if (!token.isEmpty()) {
                result.append(member(token.replace("~1", "/").replace("~0", "~")));
            }
        }
        return result.toString();
    }

    private static String member(String name) {
        if (name.chars().allMatch(each -> each >= '0' && each <= '9')) {
            return "[" + name + "]";
        }
        return name.chars().allMatch(each -> Character.isLetterOrDigit(each) || each == '_')
                ? "." + name
                : "['" + name + "']";
    }
}
