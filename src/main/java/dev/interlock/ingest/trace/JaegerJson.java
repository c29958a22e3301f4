package dev.interlock.ingest.trace;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a trace as Jaeger's interface and its downloads hold it. */
final class JaegerJson {
    private final SpanSink sink;

    JaegerJson(SpanSink sink) {
        this.sink = sink;
    }

    void trace(JsonNode trace) {
        var services = new HashMap<String, String>();
        trace.path("processes")
                .properties()
                .forEach(process -> services.put(
                        process.getKey(), process.getValue().path("serviceName").asString("")));
        for (var span : trace.path("spans")) {
            span(span, services);
        }
    }

    private void span(JsonNode span, Map<String, String> services) {
        var traceId = SpanCheck.lower(text(span, "traceID"));
        var spanId = SpanCheck.lower(text(span, "spanID"));
        var problem = SpanCheck.other(traceId, spanId);
        if (problem.isPresent()) {
            sink.refused("span \"" + text(span, "operationName") + "\"", problem.get());
            return;
        }
        var tags = tags(span.path("tags"));
        var kind = SpanKind.ofWord(tags.getOrDefault("span.kind", ""));
        var reference = reference(span, traceId);
        var parent = SpanCheck.lower(reference == null ? text(span, "parentSpanID") : text(reference, "spanID"));
        sink.span(new ReadSpan(
                traceId,
                spanId,
                parent.isEmpty() || parent.matches("0+") ? null : parent,
                service(span, services),
                text(span, "operationName"),
                kind,
                OtlpJson.number(span.path("startTime")),
                Math.max(0, OtlpJson.number(span.path("duration"))),
                SpanFacts.of(text(span, "operationName"), kind, tags, Sampling.weight("", tags)),
                reference != null && text(reference, "refType").equals("FOLLOWS_FROM")));
    }

    /** The span this one is a child of; else the one it follows from, within the same trace. */
    private static @Nullable JsonNode reference(JsonNode span, String traceId) {
        JsonNode follows = null;
        for (var reference : span.path("references")) {
            if (!SpanCheck.lower(text(reference, "traceID")).equals(traceId)) {
                continue;
            }
            if (!text(reference, "refType").equals("FOLLOWS_FROM")) {
                return reference;
            }
            follows = follows == null ? reference : follows;
        }
        return follows;
    }

    private static String service(JsonNode span, Map<String, String> services) {
        var inline = span.path("process").path("serviceName").asString("");
        return inline.isEmpty() ? services.getOrDefault(text(span, "processID"), "") : inline;
    }

    private static Map<String, String> tags(JsonNode list) {
        var tags = new HashMap<String, String>();
        for (var tag : list) {
            var value = tag.path("value").asString("");
            if (!value.isEmpty() && Names.isTold(text(tag, "key"))) {
                tags.put(text(tag, "key"), value);
            }
        }
        return tags;
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }
}
