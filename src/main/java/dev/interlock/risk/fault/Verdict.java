package dev.interlock.risk.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test showed over a trail of hops.
 *
 * @param path path it belongs to
 * @param trail hops it travelled, at least one, each once
 * @param failed false also when it passed on retry
 * @param passedOnRetry true when it failed first
 * @param blamed hop that is reported to be at fault, null when none is
 */
public record Verdict(
        String test,
        String path,
        List<HopState> trail,
        boolean failed,
        boolean passedOnRetry,
        @Nullable HopState blamed) {
    public Verdict {
        trail = List.copyOf(trail);
    }

    boolean unexplained() {
        return failed && blamed == null;
    }
}
