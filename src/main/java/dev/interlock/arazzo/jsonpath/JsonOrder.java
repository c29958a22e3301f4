package dev.interlock.arazzo.jsonpath;

import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Compares JSON values as RFC 9535 does: numbers by value, strings by code point, all else only for being equal. */
public final class JsonOrder {
    private static final Comparator<JsonNode> AS_NUMBERS =
            (left, right) -> left.decimalValue().compareTo(right.decimalValue());

    private JsonOrder() {}

    static boolean holds(String operator, Optional<JsonNode> left, Optional<JsonNode> right) {
        return switch (operator) {
            case "==" -> same(left, right);
            case "!=" -> !same(left, right);
            case "<" -> less(left, right);
            case ">" -> less(right, left);
            case "<=" -> less(left, right) || same(left, right);
            default -> less(right, left) || same(left, right);
        };
    }

    private static boolean same(Optional<JsonNode> left, Optional<JsonNode> right) {
        return left.isPresent() == right.isPresent() && (left.isEmpty() || equal(left.get(), right.orElseThrow()));
    }

    /** Whether two values are the same; 1 and 1.0 are, and the order of members does not matter. */
    public static boolean equal(JsonNode left, JsonNode right) {
        return left.equals(
                (one, other) ->
                        one.isNumber() && other.isNumber() ? AS_NUMBERS.compare(one, other) : one.equals(other) ? 0 : 1,
                right);
    }

    private static boolean less(Optional<JsonNode> left, Optional<JsonNode> right) {
        return left.isPresent() && right.isPresent() && less(left.get(), right.get());
    }

    private static boolean less(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return AS_NUMBERS.compare(left, right) < 0;
        }
        return left.isString() && right.isString() && compare(left.stringValue(), right.stringValue()) < 0;
    }

    private static int compare(String left, String right) {
        var at = 0;
        while (at < left.length() && at < right.length()) {
            var one = left.codePointAt(at);
            var other = right.codePointAt(at);
            if (one != other) {
                return Integer.compare(one, other);
            }
            at += Character.charCount(one);
        }
        return Integer.compare(left.length(), right.length());
    }
}
