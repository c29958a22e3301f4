package dev.interlock.arazzo.expression;

import java.util.Optional;

/**
 * A runtime expression.
 *
 * @param root what it starts from
 * @param owner step, workflow, source or kind of component, else empty
 * @param name name with its parts separated by dots; empty for a whole body
 * @param pointer JSON pointer into the value
 * @param lenient whether it uses members behind a dot or brackets, which the grammar does not know
 * @param text the expression as written
 */
public record Expression(Root root, String owner, String name, Optional<String> pointer, boolean lenient, String text) {

    /** The expression a whole text is; empty when it is none. */
    public static Optional<Expression> parse(String text) {
        return text.startsWith("$") ? new ExpressionParser(text).parse() : Optional.empty();
    }
}
