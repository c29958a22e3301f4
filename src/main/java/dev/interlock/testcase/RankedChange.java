package dev.interlock.testcase;

import dev.interlock.catalog.PathKey;
import dev.interlock.openapi.InterfaceChange;
import java.util.Comparator;
import java.util.List;

/**
 * A change of an interface and who uses what changed.
 *
 * @param use the closest use that is known
 * @param paths paths over the operation, by key
 * @param tests test cases that call the operation, by key
 * @param asserting those of the test cases that check or send the very field
 */
public record RankedChange(
        InterfaceChange change, Use use, List<PathKey> paths, List<TestKey> tests, List<TestKey> asserting) {

    /** How close a change is to what is tested, closest first. */
    public enum Use {
        /** A test case checks, reads or sends the very field. */
        ASSERTED,
        /** A test case calls the operation. */
        TESTED,
        /** A path travels over the operation, or over the service with any operation. */
        ON_PATH,
        /** Nobody is known to use it. */
        UNUSED
    }

    /** Closest use first, within it the worst change first. */
    public static final Comparator<RankedChange> BY_WEIGHT = Comparator.comparing(RankedChange::use)
            .thenComparing(ranked -> ranked.change().severity(), Comparator.reverseOrder())
            .thenComparing(ranked -> ranked.change().operation())
            .thenComparing(ranked -> ranked.change().where());

    public RankedChange {
        paths = List.copyOf(paths);
        tests = List.copyOf(tests);
        asserting = List.copyOf(asserting);
    }
}
