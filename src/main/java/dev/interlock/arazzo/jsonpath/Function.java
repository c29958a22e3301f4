package dev.interlock.arazzo.jsonpath;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions of RFC 9535. */
enum Function {
    LENGTH(false, 1, false),
    COUNT(false, 1, true),
    MATCH(true, 2, false),
    SEARCH(true, 2, false),
    VALUE(false, 1, true);

    private final boolean logical;
    private final int arity;
    private final boolean takesNodes;

    Function(boolean logical, int arity, boolean takesNodes) {
        this.logical = logical;
        this.arity = arity;
        this.takesNodes = takesNodes;
    }

    static Optional<Function> named(String name) {
        return List.of(values()).stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Whether it answers yes or no, so that it stands alone and is not compared. */
    boolean logical() {
        return logical;
    }

    /** What is wrong with the arguments; empty when nothing is. */
    Optional<String> fault(List<Operand> arguments) {
        if (arguments.size() != arity) {
            return Optional.of("takes " + arity + " arguments, not " + arguments.size());
        }
        for (var index = 0; index < arguments.size(); index++) {
            if (takesNodes ? !(arguments.get(index) instanceof Operand.Query) : !single(arguments.get(index))) {
                return Optional.of("cannot take argument " + (index + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean single(Operand argument) {
        return switch (argument) {
            case Operand.Literal _ -> true;
            case Operand.Query query -> query.query().singular();
            case Operand.Call call -> !call.function().logical();
        };
    }
}
