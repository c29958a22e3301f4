package dev.interlock.arazzo.jsonpath;

import java.util.List;

/**
 * A parsed query.
 *
 * @param relative whether it starts at the current value of a filter
 * @param segments segments in order
 */
public record PathQuery(boolean relative, List<Segment> segments) {

    /** Whether it can find one value at most. */
    boolean singular() {
        return segments.stream()
                .allMatch(segment -> !segment.descendant()
                        && segment.selectors().size() == 1
                        && segment.selectors().getFirst().singular());
    }
}
