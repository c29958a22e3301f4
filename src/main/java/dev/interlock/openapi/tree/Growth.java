package dev.interlock.openapi.tree;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Counts what a tree under construction has grown to and stops it at its limits. */
final class Growth {
    private static final int MAX_WARNINGS = 100;
    private static final int MAX_EXPONENT = 400;
    private static final int MAX_DIGITS = 1000;

    final TreeLimits limits;
    final List<TreeFault> warnings = new ArrayList<>();
    private int nodes;

    Growth(TreeLimits limits) {
        this.limits = limits;
    }

    int nodes() {
        return nodes;
    }

    void add(int count, int line, int column) throws UnreadableTree {
        if (count > limits.nodes() - nodes) {
            throw new UnreadableTree(new TreeFault(
                    line,
                    column,
                    "The document grows beyond %,d values.".formatted(limits.nodes()),
                    "Split it, or replace repeated YAML aliases by $ref."));
        }
        nodes += count;
    }

    void checkDepth(int depth, int line, int column) throws UnreadableTree {
        if (depth > limits.depth()) {
            throw new UnreadableTree(new TreeFault(
                    line,
                    column,
                    "Nested deeper than %d levels.".formatted(limits.depth()),
                    "Move inner parts to components and refer to them with $ref."));
        }
    }

    void repeatedKey(String key, int line, int column) {
        if (warnings.size() < MAX_WARNINGS) {
            warnings.add(new TreeFault(
                    line,
                    column,
                    "The key '%s' is written twice in one object; the last one counts.".formatted(shortened(key)),
                    "Remove one of the two."));
        }
    }

    /** A decimal number, or null when it is too long or its exponent too large to work with. */
    static @Nullable JsonNode decimal(String text) {
        if (text.length() > MAX_DIGITS) {
            return null;
        }
        var number = new BigDecimal(text);
        return Math.abs((long) number.precision() - number.scale()) > MAX_EXPONENT
                        || Math.abs(number.scale()) > MAX_DIGITS
                ? null
                : JsonNodeFactory.instance.numberNode(number);
    }

    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
