package dev.interlock.ingest.trace;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads a resource with its spans of OTLP in JSON; numbers may stand as texts and enums by name or number. */
final class OtlpJson {
    private final SpanSink sink;

    OtlpJson(SpanSink sink) {
        this.sink = sink;
    }

    void resource(JsonNode resourceSpans) {
        var service = Names.service(attributes(resourceSpans.path("resource").path("attributes")));
        for (var member : new String[] {"scopeSpans", "instrumentationLibrarySpans"}) {
            for (var scope : resourceSpans.path(member)) {
                for (var span : scope.path("spans")) {
                    raw(span, service).tell(sink);
                }
            }
        }
    }

    private static RawSpan raw(JsonNode span, String service) {
        var raw = new RawSpan(service);
        raw.traceId = text(span, "traceId");
        raw.spanId = text(span, "spanId");
        raw.parentId = text(span, "parentSpanId");
        raw.traceState = text(span, "traceState");
        raw.name = text(span, "name");
        raw.kind = kind(span.path("kind"));
        raw.startNanos = number(span.path("startTimeUnixNano"));
        raw.endNanos = number(span.path("endTimeUnixNano"));
        raw.tags.putAll(attributes(span.path("attributes")));
        var code = span.path("status").path("code");
        raw.error = code.asString("").equals("STATUS_CODE_ERROR") || number(code) == 2;
        return raw;
    }

    private static SpanKind kind(JsonNode kind) {
        return kind.isNumber() ? SpanKind.ofNumber(kind.asLong(0)) : SpanKind.ofWord(kind.asString(""));
    }

    private static Map<String, String> attributes(JsonNode pairs) {
        var tags = new HashMap<String, String>();
        for (var pair : pairs) {
            var key = text(pair, "key");
            var value = pair.path("value");
            var told = value.isObject() && !value.isEmpty()
                    ? value.iterator().next().asString("")
                    : value.asString("");
            if (!told.isEmpty() && Names.isTold(key)) {
                tags.put(key, told);
            }
        }
        return tags;
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    static long number(JsonNode node) {
        var text = node.asString("");
        if (node.isIntegralNumber() || text.matches("-?\\d{1,18}")) {
            return node.isIntegralNumber() ? node.asLong(0) : Long.parseLong(text);
        }
        return node.isNumber() ? (long) node.asDouble(0) : text.matches("\\d{19}") ? big(text) : 0;
    }

    private static long big(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
