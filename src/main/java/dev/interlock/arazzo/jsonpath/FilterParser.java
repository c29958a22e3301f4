package dev.interlock.arazzo.jsonpath;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Parses the condition of a filter. */
final class FilterParser {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> OPERATORS = List.of("==", "!=", "<=", ">=", "<", ">");

    private final PathText text;
    private final PathLiterals literals;
    private final PathParser paths;

    FilterParser(PathText text, PathLiterals literals, PathParser paths) {
        this.text = text;
        this.literals = literals;
        this.paths = paths;
    }

    Logical or() {
        paths.deeper();
        var parts = new ArrayList<Logical>();
        do {
            text.spaces();
            parts.add(and());
        } while (followed("||"));
        paths.shallower();
        return parts.size() == 1 ? parts.getFirst() : new Logical.Or(parts);
    }

    private Logical and() {
        var parts = new ArrayList<Logical>();
        do {
            text.spaces();
            parts.add(basic());
        } while (followed("&&"));
        return parts.size() == 1 ? parts.getFirst() : new Logical.And(parts);
    }

    private boolean followed(String operator) {
        var start = text.position();
        text.spaces();
        if (text.takes(operator)) {
            return true;
        }
        text.back(start);
        return false;
    }

    private Logical basic() {
        if (text.takes("!")) {
            text.spaces();
            return new Logical.Not(text.peek() == '(' ? parenthesised() : test(operand()));
        }
        return text.peek() == '(' ? parenthesised() : comparisonOrTest();
    }

    private Logical parenthesised() {
        text.expect('(');
        var inner = or();
        text.spaces();
        text.expect(')');
        return inner;
    }

    private Logical comparisonOrTest() {
        var left = operand();
        var start = text.position();
        text.spaces();
        for (var operator : OPERATORS) {
            if (text.takes(operator)) {
                text.spaces();
                return new Logical.Compare(operator, comparable(left), comparable(operand()));
            }
        }
        text.back(start);
        return test(left);
    }

    private Logical test(Operand operand) {
        return switch (operand) {
            case Operand.Query query -> new Logical.Exists(query.query());
            case Operand.Call call when call.function().logical() -> new Logical.Test(call);
            default -> throw text.failure("a value alone is no condition; compare it");
        };
    }

    private Operand comparable(Operand operand) {
        var allowed = switch (operand) {
            case Operand.Literal _ -> true;
            case Operand.Query query -> query.query().singular();
            case Operand.Call call -> !call.function().logical();
        };
        if (!allowed) {
            throw text.failure("only single values can be compared");
        }
        return operand;
    }

    private Operand operand() {
        return switch (text.peek()) {
            case '@' -> {
                text.take();
                yield new Operand.Query(new PathQuery(true, paths.segments()));
            }
            case '$' -> {
                text.take();
                yield new Operand.Query(new PathQuery(false, paths.segments()));
            }
            case '\'', '"' -> new Operand.Literal(NODES.stringNode(literals.string()));
            default -> literals.atInteger() ? new Operand.Literal(literals.number()) : word();
        };
    }

    private Operand word() {
        var start = text.position();
        while (letter() || (text.position() > start && furtherCharacter())) {
            text.take();
        }
        var word = text.since(start);
        return switch (word) {
            case "true", "false" -> new Operand.Literal(NODES.booleanNode(word.equals("true")));
            case "null" -> new Operand.Literal(NODES.nullNode());
            default -> call(word);
        };
    }

    private boolean letter() {
        return text.peek() >= 'a' && text.peek() <= 'z';
    }

    private boolean furtherCharacter() {
        return text.peek() == '_' || (text.peek() >= '0' && text.peek() <= '9');
    }

    private Operand call(String name) {
        var function =
                Function.named(name).orElseThrow(() -> text.failure("unknown function or word \"" + name + "\""));
        paths.deeper();
        text.expect('(');
        var arguments = new ArrayList<Operand>();
        text.spaces();
        if (text.peek() != ')') {
            do {
                text.spaces();
                arguments.add(operand());
                text.spaces();
            } while (text.takes(","));
        }
        text.expect(')');
        paths.shallower();
        function.fault(arguments).ifPresent(fault -> {
            throw text.failure(name + "() " + fault);
        });
        return new Operand.Call(function, List.copyOf(arguments));
    }
}
