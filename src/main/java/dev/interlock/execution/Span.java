package dev.interlock.execution;

import dev.interlock.catalog.ServiceKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work of a service.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param parentId span that caused it, null for a root
 * @param service the service that did it
 * @param peer the service it called, null when it called none (a server span)
 * @param operation what was done, such as {@code POST /payments}
 * @param status HTTP status seen or answered, null without
 * @param error whether it ended in an error, by the service's own word
 */
public record Span(
        String traceId,
        String spanId,
        @Nullable String parentId,
        ServiceKey service,
        @Nullable ServiceKey peer,
        String operation,
        @Nullable Integer status,
        boolean error,
        Instant startedAt,
        Duration took) {

    /** Whether it failed: by its own word, or by a status of 500 and above. */
    public boolean failed() {
        return error || (status != null && status >= 500);
    }

    /** Whether it is a call to another service. */
    public boolean isCall() {
        return peer != null;
    }
}
