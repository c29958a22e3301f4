package dev.interlock.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way whole traces took.
 *
 * @param digest of entry and hops, 32 hexadecimal digits
 * @param entry operation of the first service
 * @param traces as they came, of the newest 30 days
 * @param sharePercent share of all traces over more than one service, with what sampling left out
 * @param path the path of the project that travels the same services; null when none does
 */
public record ObservedPath(
        String digest,
        String entry,
        List<Hop> hops,
        long traces,
        double sharePercent,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable PathKey path) {
    /** Copies the hops. */
    public ObservedPath {
        hops = List.copyOf(hops);
    }
}
