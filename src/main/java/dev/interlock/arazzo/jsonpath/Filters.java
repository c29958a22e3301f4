package dev.interlock.arazzo.jsonpath;

import dev.interlock.arazzo.pattern.UserPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Works out the conditions of filters. A value that is not there is an empty {@code Optional}. */
final class Filters {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final PathEvaluation evaluation;
    private final Map<String, Optional<UserPattern>> patterns = new HashMap<>();

    Filters(PathEvaluation evaluation) {
        this.evaluation = evaluation;
    }

    boolean holds(Logical condition, JsonNode current) {
        return switch (condition) {
            case Logical.Or or -> or.parts().stream().anyMatch(part -> holds(part, current));
            case Logical.And and -> and.parts().stream().allMatch(part -> holds(part, current));
            case Logical.Not not -> !holds(not.part(), current);
            case Logical.Exists exists ->
                !evaluation.find(exists.query(), current).isEmpty();
            case Logical.Test test -> tested(test.call(), current);
            case Logical.Compare compare ->
                JsonOrder.holds(compare.operator(), value(compare.left(), current), value(compare.right(), current));
        };
    }

    private Optional<JsonNode> value(Operand operand, JsonNode current) {
        return switch (operand) {
            case Operand.Literal literal -> Optional.of(literal.value());
            case Operand.Query query -> single(evaluation.find(query.query(), current));
            case Operand.Call call -> called(call, current);
        };
    }

    private static Optional<JsonNode> single(List<JsonNode> nodes) {
        return nodes.size() == 1 ? Optional.of(nodes.getFirst()) : Optional.empty();
    }

    private Optional<JsonNode> called(Operand.Call call, JsonNode current) {
        var argument = call.arguments().getFirst();
        return switch (call.function()) {
            case LENGTH -> value(argument, current).flatMap(Filters::length);
            case COUNT -> Optional.of(NODES.numberNode(nodes(argument, current).size()));
            case VALUE -> single(nodes(argument, current));
            case MATCH, SEARCH -> Optional.empty();
        };
    }

    private List<JsonNode> nodes(Operand argument, JsonNode current) {
        return argument instanceof Operand.Query query ? evaluation.find(query.query(), current) : List.of();
    }

    private static Optional<JsonNode> length(JsonNode node) {
        if (node.isString()) {
            var text = node.stringValue();
            return Optional.of(NODES.numberNode(text.codePointCount(0, text.length())));
        }
        return node.isContainer() ? Optional.of(NODES.numberNode(node.size())) : Optional.empty();
    }

    private boolean tested(Operand.Call call, JsonNode current) {
        BiPredicate<UserPattern, String> way =
                call.function() == Function.MATCH ? UserPattern::matches : UserPattern::find;
        var text = value(call.arguments().get(0), current).filter(JsonNode::isString);
        var pattern = value(call.arguments().get(1), current).filter(JsonNode::isString);
        return text.isPresent()
                && pattern.flatMap(each -> compiled(each.stringValue()))
                        .filter(each -> way.test(each, text.get().stringValue()))
                        .isPresent();
    }

    private Optional<UserPattern> compiled(String text) {
        return patterns.computeIfAbsent(text, Filters::compile);
    }

    private static Optional<UserPattern> compile(String text) {
        try {
            return Optional.of(UserPattern.iRegexp(text));
        } catch (IllegalArgumentException notAPattern) {
            return Optional.empty();
        }
    }
}
