package dev.interlock.arazzo.expression;

import tools.jackson.databind.JsonNode;

/** Values as people read them. */
public final class Texts {
    private static final int SHORT = 200;
    private static final int LARGEST_SCALE = 400;

    private Texts() {}

    /** A value as text inside a longer text: strings as they are, structures as JSON. */
    public static String verbatim(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        return node.isNumber() ? number(node) : node.toString();
    }

    private static String number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue().toString();
        }
        var decimal = node.decimalValue();
        return Math.abs((long) decimal.scale()) > LARGEST_SCALE ? decimal.toString() : decimal.toPlainString();
    }

    /** A value as JSON, shortened to 200 characters. */
    public static String shown(JsonNode node) {
        return shortened(node.isNumber() ? number(node) : node.toString());
    }

    /** A text shortened to 200 characters. */
    public static String shortened(String text) {
        if (text.length() <= SHORT) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(SHORT - 1)) ? SHORT - 1 : SHORT;
        return text.substring(0, end) + "...";
    }

    /** The type as JSON names it. */
    public static String type(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            default -> "missing";
        };
    }

    /** A value in words: {@code an array of 0 elements}, {@code the number 12.5}. */
    static String described(JsonNode node) {
        return switch (type(node)) {
            case "object" -> "an object with " + (node.isEmpty() ? "no members" : "the members " + members(node));
            case "array" -> "an array of " + node.size() + (node.size() == 1 ? " element" : " elements");
            case "null" -> "null";
            default -> "the " + type(node) + " " + shown(node);
        };
    }

    private static String members(JsonNode node) {
        var names = String.join(", ", node.propertyNames());
        return names.length() > SHORT / 2 ? names.substring(0, SHORT / 2) + "..." : names;
    }
}
