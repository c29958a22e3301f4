package dev.interlock.openapi.tree;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an unquoted YAML word means by the core schema of YAML 1.2: {@code yes}, {@code on} and dates stay text, numbers
 * keep their decimal places.
 */
final class YamlScalars {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final int LONGEST_NUMBER = 400;

    private YamlScalars() {}

    static JsonNode plain(String text) {
        var known = word(text);
        if (known != null) {
            return known;
        }
        var number = text.length() > LONGEST_NUMBER ? null : number(text);
        return number == null ? NODES.stringNode(text) : number;
    }

    private static @Nullable JsonNode word(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> NODES.nullNode();
            case "true", "True", "TRUE" -> NODES.booleanNode(true);
            case "false", "False", "FALSE" -> NODES.booleanNode(false);
            default -> null;
        };
    }

    private static @Nullable JsonNode number(String text) {
        var first = text.charAt(0);
        if (!(first >= '0' && first <= '9') && first != '-' && first != '+' && first != '.') {
            return null;
        }
        if (INTEGER.matcher(text).matches()) {
            return integer(new BigInteger(text));
        }
        if (OCTAL.matcher(text).matches()) {
            return integer(new BigInteger(text.substring(2), 8));
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return integer(new BigInteger(text.substring(2), 16));
        }
        return DECIMAL.matcher(text).matches() ? Growth.decimal(text) : null;
    }

    private static JsonNode integer(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return NODES.numberNode(number.intValueExact());
        }
        return number.bitLength() < Long.SIZE ? NODES.numberNode(number.longValueExact()) : NODES.numberNode(number);
    }
}
