package dev.interlock.arazzo.jsonpath;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions of RFC 9535. */
enum Function {
    LENGTH(false, false),
    COUNT(false, true),
    MATCH(true, false, false),
    SEARCH(true, false, false),
    VALUE(false, true);

    private final boolean logical;
    private final List<Boolean> takesNodes;

    Function(boolean logical, Boolean... takesNodes) {
        this.logical = logical;
        this.takesNodes = List.of(takesNodes);
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
        if (arguments.size() != takesNodes.size()) {
            return Optional.of("takes " + takesNodes.size() + " arguments, not " + arguments.size());
        }
        for (var index = 0; index < arguments.size(); index++) {
            if (takesNodes.get(index) ? !(arguments.get(index) instanceof Operand.Query) : !single(arguments.get(index))) {
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
