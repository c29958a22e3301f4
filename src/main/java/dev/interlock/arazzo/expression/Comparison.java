package dev.interlock.arazzo.expression;

import dev.interlock.arazzo.jsonpath.JsonOrder;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Compares two values the way simple conditions do. */
final class Comparison {
    private static final int LONGEST_NUMBER = 100;

    private Comparison() {}

    static boolean holds(String operator, JsonNode left, JsonNode right) {
        return switch (operator) {
            case "==" -> equal(left, right);
            case "!=" -> !equal(left, right);
            default -> ordered(operator, left, right);
        };
    }

    private static boolean isNull(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }

    private static boolean equal(JsonNode left, JsonNode right) {
        if (isNull(left) || isNull(right)) {
            return isNull(left) && isNull(right);
        }
        if (left.isString() && right.isString()) {
            return left.stringValue().equalsIgnoreCase(right.stringValue());
        }
        if (left.isNumber() || right.isNumber()) {
            var one = number(left);
            var other = number(right);
            return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
        }
        return JsonOrder.equal(left, right);
    }

    private static boolean ordered(String operator, JsonNode left, JsonNode right) {
        var order = order(left, right);
        return order.isPresent()
                && switch (operator) {
                    case "<" -> order.get() < 0;
                    case "<=" -> order.get() <= 0;
                    case ">" -> order.get() > 0;
                    default -> order.get() >= 0;
                };
    }

    private static Optional<Integer> order(JsonNode left, JsonNode right) {
        var one = number(left);
        var other = number(right);
        if (one.isPresent() && other.isPresent()) {
            return Optional.of(one.get().compareTo(other.get()));
        }
        return left.isString() && right.isString()
                ? Optional.of(left.stringValue().compareToIgnoreCase(right.stringValue()))
                : Optional.empty();
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        if (!value.isString() || value.stringValue().length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(value.stringValue().strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
