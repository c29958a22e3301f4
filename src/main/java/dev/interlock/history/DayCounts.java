package dev.interlock.history;

import java.time.Duration;
import java.time.LocalDate;

/**
 * Outcomes of one day, by UTC.
 *
 * @param flaky items whose attempts both failed and passed
 * @param took time of all items together
 */
public record DayCounts(
        LocalDate day,
        long passed,
        long failed,
        long broken,
        long blocked,
        long skipped,
        long cancelled,
        long flaky,
        Duration took) {

    /** All outcomes of the day. */
    public long total() {
        return passed + failed + broken + blocked + skipped + cancelled;
    }
}
