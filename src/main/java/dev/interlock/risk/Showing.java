package dev.interlock.risk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test showed over the hops of a path.
 *
 * @param test key of the test
 * @param path key of the path it travelled
 * @param hops integrations it exercised, in order, each once
 * @param failed false when it passed, also on retry
 * @param passedOnRetry true when it failed at first
 * @param blamed the hop that is reported to be at fault, null when it is not known
 * @param how what happened, in words
 * @param link page that shows it, relative to the project
 */
public record Showing(
        String test,
        String path,
        List<HopId> hops,
        boolean failed,
        boolean passedOnRetry,
        @Nullable HopId blamed,
        String how,
        @Nullable String link,
        Instant at) {
    public Showing {
        hops = List.copyOf(hops);
    }

    String kind() {
        return !failed ? Move.PASSED : blamed == null ? "failed" : "blamed";
    }
}
