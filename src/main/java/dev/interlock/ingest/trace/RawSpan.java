package dev.interlock.ingest.trace;

import java.util.HashMap;
import java.util.Map;

/** A span of OTLP while its fields come in. */
final class RawSpan {
    private static final int LONGEST = 500;

    final Map<String, String> tags = new HashMap<>();
    private final String service;
    String traceId = "";
    String spanId = "";
    String parentId = "";
    String traceState = "";
    String name = "";
    SpanKind kind = SpanKind.INTERNAL;
    long startNanos;
    long endNanos;
    boolean error;

    RawSpan(String service) {
        this.service = service;
    }

    /** Hands the span over, or says why it is left out. */
    void tell(SpanSink sink) {
        var trace = SpanCheck.lower(traceId);
        var id = SpanCheck.lower(spanId);
        SpanCheck.otlp(trace, id)
                .ifPresentOrElse(
                        problem -> sink.refused("span \"" + cut(name) + "\" of " + service, problem),
                        () -> sink.span(span(trace, id)));
    }

    private ReadSpan span(String trace, String id) {
        var parent = SpanCheck.lower(parentId);
        return new ReadSpan(
                trace,
                id,
                parent.isEmpty() || parent.chars().allMatch(c -> c == '0') ? null : parent,
                service,
                cut(name),
                kind,
                startNanos / 1_000,
                Math.max(0, endNanos - startNanos) / 1_000,
                SpanFacts.of(cut(name), kind, tags, Sampling.weight(traceState, tags))
                        .withError(error),
                false);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
