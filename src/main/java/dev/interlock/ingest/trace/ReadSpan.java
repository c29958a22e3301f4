package dev.interlock.ingest.trace;

import org.jspecify.annotations.Nullable;

/**
 * A span as a file or an exporter tells it.
 *
 * @param traceId at most 64 characters
 * @param parentId null for a root
 * @param service name the service gives itself, empty when it gives none
 * @param startMicros microseconds since 1970
 * @param tookMicros 0 or more
 * @param facts what its attributes say
 * @param follows whether its parent did not wait for it
 */
record ReadSpan(
        String traceId,
        String spanId,
        @Nullable String parentId,
        String service,
        String name,
        SpanKind kind,
        long startMicros,
        long tookMicros,
        SpanFacts facts,
        boolean follows) {

    boolean failed() {
        return facts.error() || facts.status() >= 500;
    }

    /** Whether it has the id of the other and is its other half, as Zipkin shares ids. */
    @SuppressWarnings("ReferenceEquality")
    boolean isHalfOf(ReadSpan other) {
        return this != other && spanId.equals(other.spanId) && kind != other.kind;
    }
}
