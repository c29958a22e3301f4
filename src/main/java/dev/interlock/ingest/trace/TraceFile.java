package dev.interlock.ingest.trace;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads traces by what they are: OTLP in JSON (one document, or one on each line) and in protobuf, Jaeger, Zipkin 1 and 2.
 * Spans are handed over piece by piece.
 */
final class TraceFile {
    private static final Set<String> RESOURCES = Set.of("resourceSpans", "resource_spans", "batches");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(1 << 20)
                            .build())
                    .build())
            .build();

    private final SpanSink sink;
    private boolean found;

    TraceFile(SpanSink sink) {
        this.sink = sink;
    }

    /**
     * Reads a file; whether it holds JSON or protobuf is seen.
     *
     * @throws UnreadableTraces when it is neither, or holds no traces
     */
    void read(byte[] bytes) throws UnreadableTraces {
        if (isJson(bytes)) {
            json(bytes);
        } else {
            new OtlpProtobuf(sink).read(bytes);
            found = true;
        }
        if (!found) {
            throw new UnreadableTraces(
                    "/", "It holds no traces: neither resourceSpans of OTLP, nor spans of Jaeger or Zipkin.");
        }
    }

    static boolean isJson(byte[] bytes) {
        for (var one : bytes) {
            if (one == '{' || one == '[') {
                return true;
            }
            if (" \t\r\n".indexOf(one) < 0 && one != (byte) 0xef && one != (byte) 0xbb && one != (byte) 0xbf) {
                return false;
            }
        }
        return false;
    }

    /** Reads JSON, several documents after another too. */
    void json(byte[] bytes) throws UnreadableTraces {
        try (var parser = JSON.createParser(bytes)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    list(parser);
                } else if (parser.currentToken() == JsonToken.START_OBJECT) {
                    object(parser);
                } else {
                    throw new UnreadableTraces(where(parser), "There has to be an object or a list.");
                }
            }
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new UnreadableTraces(
                    place == null ? "/" : "line " + place.getLineNr() + ", column " + place.getColumnNr(),
                    "It is no JSON: " + e.getOriginalMessage());
        } catch (StackOverflowError e) {
            throw new UnreadableTraces("/", "It is nested too deep.");
        }
    }

    private void object(JsonParser parser) {
        var rest = JSON.createObjectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && (RESOURCES.contains(name) || name.equals("data"))) {
                found = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    element(parser.readValueAsTree(), RESOURCES.contains(name));
                }
            } else {
                JsonNode value = parser.readValueAsTree();
                rest.set(name, value);
            }
        }
        if (rest.has("spans")) {
            element(rest, false);
        } else if (rest.path("data").isObject()) {
            element(rest.path("data"), false);
        }
    }

    private void list(JsonParser parser) {
        var empty = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            empty = false;
            JsonNode one = parser.readValueAsTree();
            if (one.isArray()) {
                one.forEach(inner -> element(inner, false));
            } else {
                element(one, false);
            }
        }
        found |= empty;
    }

    private void element(JsonNode one, boolean resource) {
        if (resource || one.has("scopeSpans") || one.has("instrumentationLibrarySpans")) {
            found = true;
            new OtlpJson(sink).resource(one);
        } else if (one.has("resourceSpans")) {
            one.path("resourceSpans").forEach(inner -> element(inner, true));
        } else if (one.has("spans")) {
            found = true;
            new JaegerJson(sink).trace(one);
        } else if (one.has("parent") && one.has("child")) {
            dependency(one);
        } else if (one.has("traceId") && one.has("id")) {
            found = true;
            new ZipkinJson(sink).span(one);
        } else {
            sink.refused("an element", "It is neither a span nor a trace.");
        }
    }

    private void dependency(JsonNode one) {
        found = true;
        var count = Math.max(1, OtlpJson.number(one.path("callCount")));
        sink.calls(one.path("parent").asString(""), one.path("child").asString(""), count);
    }

    private static String where(JsonParser parser) {
        return "line " + parser.currentTokenLocation().getLineNr();
    }
}
