package dev.interlock.outbound;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Ports of an opening: all, or some ports and ranges. */
record PortSet(List<Range> ranges) {
    private static final int MOST_RANGES = 50;

    record Range(int first, int last) {
        @Override
        public String toString() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }
    }

    /** Reads {@code *} or a list such as {@code 8080,9000-9100}. */
    static PortSet parse(String text) {
        if (text.strip().equals("*")) {
            return new PortSet(List.of(new Range(1, 65_535)));
        }
        var parts = text.split(",", -1);
        if (parts.length > MOST_RANGES) {
            throw new IllegalArgumentException("An opening names at most " + MOST_RANGES + " ports or ranges");
        }
        return new PortSet(Arrays.stream(parts).map(PortSet::range).toList());
    }

    private static Range range(String part) {
        var ends = part.strip().split("-", -1);
        if (ends.length <= 2 && Arrays.stream(ends).allMatch(end -> end.matches("\\d{1,5}"))) {
            var range = new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
            if (range.first >= 1 && range.last <= 65_535 && range.first <= range.last) {
                return range;
            }
        }
        throw new IllegalArgumentException(
                "\"%s\" is no port; write * or ports and ranges like 8080,9000-9100".formatted(part));
    }

    boolean contains(int port) {
        return ranges.stream().anyMatch(range -> port >= range.first && port <= range.last);
    }

    @Override
    public String toString() {
        if (ranges.equals(List.of(new Range(1, 65_535)))) {
            return "*";
        }
        return ranges.stream().map(Range::toString).collect(Collectors.joining(","));
    }
}
