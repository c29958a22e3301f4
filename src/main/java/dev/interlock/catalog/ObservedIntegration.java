package dev.interlock.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An integration as traces show it, over the newest seven days of what came.
 *
 * @param accepted whether it is an integration of the project
 * @param protocols with the operations seen
 * @param calls spans of calls as they came
 * @param perMinute calls a minute, with what sampling left out
 * @param errorPercent share of calls that failed
 * @param p50Ms half of the calls were at most as long, in milliseconds
 * @param p95Ms 95 of 100 calls were at most as long, in milliseconds
 * @param news what is new about it; null when nothing is
 */
public record ObservedIntegration(
        ServiceKey consumer,
        ServiceKey provider,
        boolean accepted,
        List<ProtocolUse> protocols,
        long calls,
        double perMinute,
        double errorPercent,
        double p50Ms,
        double p95Ms,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable TrafficNews news) {
    /** Copies the protocols. */
    public ObservedIntegration {
        protocols = List.copyOf(protocols);
    }

    /** Whether it came, changed or went. */
    public boolean hasNews() {
        return news != null;
    }
}
