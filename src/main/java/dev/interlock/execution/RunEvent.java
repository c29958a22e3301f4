package dev.interlock.execution;

import dev.interlock.platform.RunId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * News of a run.
 *
 * @param seq number within the run, from 1, without gaps
 * @param item the item it is about, null when it is about the run
 * @param data {@code summary}: counts; {@code test}: outcome and name; {@code problem}: sentence; {@code log}: text
 */
public record RunEvent(
        RunId run, long seq, Kind kind, @Nullable Integer item, Map<String, Object> data, Instant at) {

    /** Kinds of news. */
    public enum Kind {
        SUMMARY,
        TEST,
        PROBLEM,
        LOG,
        DONE;

        /** The word used on the wire. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
