package dev.interlock.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test that failed and passed with nothing known to have changed.
 *
 * @param times how often it was seen to change its mind
 * @param results verdicts looked at
 * @param strip last outcomes, newest first, at most 20
 * @param lost time spent in its failing results
 * @param sentence commonest failure, null when none was recorded
 */
public record FlakyTest(
        String testKey,
        String name,
        int times,
        int results,
        List<Outcome> strip,
        Duration lost,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable String sentence) {

    /** Share of results that contradicted another, 0..1. */
    public double rate() {
        return results == 0 ? 0 : Math.min(1, (double) times / results);
    }
}
