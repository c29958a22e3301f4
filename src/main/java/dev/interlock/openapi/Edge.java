package dev.interlock.openapi;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The end of a range of numbers.
 *
 * @param value the bound
 * @param exclusive whether the bound itself is outside
 */
record Edge(BigDecimal value, boolean exclusive) {

    /**
     * The bound that lets less through.
     *
     * @param whole whether only whole numbers are meant, so that an exclusive bound has an inclusive twin
     * @param inward 1 for a lower end, -1 for an upper one
     */
    static Optional<Edge> tightest(
            @Nullable BigDecimal inclusive, @Nullable BigDecimal exclusive, boolean whole, int inward) {
        var edges = Stream.concat(
                Stream.ofNullable(inclusive).map(value -> new Edge(value, false)),
                Stream.ofNullable(exclusive).map(value -> whole ? next(value, inward) : new Edge(value, true)));
        return edges.max(byTightness(inward));
    }

    private static Edge next(BigDecimal value, int inward) {
        return value.stripTrailingZeros().scale() <= 0
                ? new Edge(value.add(BigDecimal.valueOf(inward)).stripTrailingZeros(), false)
                : new Edge(value, true);
    }

    /** Orders ends, the one that lets most through first. */
    static Comparator<Edge> byTightness(int inward) {
        return Comparator.<Edge, BigDecimal>comparing(edge -> edge.value().multiply(BigDecimal.valueOf(inward)))
                .thenComparing(Edge::exclusive);
    }

    @Override
    public String toString() {
        return (exclusive ? "beyond " : "") + value.toPlainString();
    }
}
