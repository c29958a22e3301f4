package dev.interlock.arazzo.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an unquoted word of YAML 1.2 stands for: {@code yes} and dates stay text. */
final class YamlWords {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,300}");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(\\.[0-9]{1,300}|[0-9]{1,300}(\\.[0-9]{0,300})?)([eE][-+]?[0-9]{1,3})?");

    private YamlWords() {}

    static JsonNode value(String word) {
        return switch (word) {
            case "", "~", "null", "Null", "NULL" -> NODES.nullNode();
            case "true", "True", "TRUE" -> NODES.booleanNode(true);
            case "false", "False", "FALSE" -> NODES.booleanNode(false);
            default -> number(word);
        };
    }

    private static JsonNode number(String word) {
        if (INTEGER.matcher(word).matches()) {
            return NODES.numberNode(new BigInteger(word.startsWith("+") ? word.substring(1) : word));
        }
        return DECIMAL.matcher(word).matches() ? NODES.numberNode(new BigDecimal(word)) : NODES.stringNode(word);
    }
}
