package dev.interlock.arazzo.jsonpath;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** The indexes a slice takes from an array, as section 2.3.4.2 of RFC 9535 works them out. */
final class Slices {
    private Slices() {}

    static IntStream indexes(Selector.Slice slice, JsonNode node) {
        if (!node.isArray() || slice.step() == 0) {
            return IntStream.empty();
        }
        var size = (long) node.size();
        return (slice.step() > 0 ? upwards(slice, size) : downwards(slice, size)).mapToInt(Math::toIntExact);
    }

    private static LongStream upwards(Selector.Slice slice, long size) {
        var lower = within(normal(slice.start().orElse(0), size), 0, size);
        var upper = within(normal(slice.end().orElse(size), size), 0, size);
        return LongStream.iterate(lower, at -> at < upper, at -> at + slice.step());
    }

    private static LongStream downwards(Selector.Slice slice, long size) {
        var upper = within(normal(slice.start().orElse(size - 1), size), -1, size - 1);
        var lower = slice.end().isPresent() ? within(normal(slice.end().getAsLong(), size), -1, size - 1) : -1;
        return LongStream.iterate(upper, at -> at > lower, at -> at + slice.step());
    }

    private static long normal(long index, long size) {
        return index >= 0 ? index : size + index;
    }

    private static long within(long index, long lowest, long highest) {
        return Math.min(Math.max(index, lowest), highest);
    }
}
