package dev.interlock.demo.shop;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a trace, as a service of the shop tells it.
 *
 * @param kind SERVER for a request answered, CLIENT for a request sent
 * @param peer the service called, for CLIENT only
 * @param status HTTP status of the answer, 0 when none came
 */
public record ShopSpan(
        String traceId,
        String spanId,
        @Nullable String parentId,
        String service,
        Kind kind,
        @Nullable String peer,
        String operation,
        int status,
        @Nullable String error,
        Instant startedAt,
        Duration took) {

    /** Which side of a call a span tells of. */
    public enum Kind {
        SERVER,
        CLIENT
    }
}
