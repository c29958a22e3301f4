package dev.interlock.ingest.trace;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads spans of Zipkin, version 1 and 2. A span of version 1 that holds both ends of a call is two halves. */
final class ZipkinJson {
    private static final Map<String, SpanKind> ENDS = Map.of(
            "cs",
            SpanKind.CLIENT,
            "cr",
            SpanKind.CLIENT,
            "sr",
            SpanKind.SERVER,
            "ss",
            SpanKind.SERVER,
            "ms",
            SpanKind.PRODUCER,
            "mr",
            SpanKind.CONSUMER);

    private final SpanSink sink;

    ZipkinJson(SpanSink sink) {
        this.sink = sink;
    }

    void span(JsonNode span) {
        var problem = SpanCheck.other(text(span, "traceId"), text(span, "id"));
        if (problem.isPresent()) {
            sink.refused("span \"" + text(span, "name") + "\"", problem.get());
        } else if (isFirstVersion(span)) {
            first(span);
        } else {
            second(span);
        }
    }

    private static boolean isFirstVersion(JsonNode span) {
        if (span.has("binaryAnnotations")) {
            return true;
        }
        var annotations = span.path("annotations");
        return !span.has("localEndpoint")
                && !span.has("kind")
                && annotations.size() > 0
                && annotations.get(0).has("endpoint");
    }

    private void second(JsonNode span) {
        var tags = new HashMap<String, String>();
        span.path("tags").properties().forEach(tag -> keep(tags, tag.getKey(), tag.getValue()));
        tell(
                span,
                Names.lower(span.path("localEndpoint").path("serviceName").asString("")),
                SpanKind.ofWord(text(span, "kind")),
                Names.lower(span.path("remoteEndpoint").path("serviceName").asString("")),
                tags);
    }

    private void first(JsonNode span) {
        var tags = new HashMap<String, String>();
        var remotes = new HashMap<String, String>();
        var locals = new LinkedHashSet<String>();
        for (var annotation : span.path("binaryAnnotations")) {
            var key = text(annotation, "key");
            var name = endpoint(annotation);
            if (Set.of("sa", "ca", "ma").contains(key)) {
                remotes.put(key, name);
            } else {
                keep(tags, key, annotation.path("value"));
                locals.add(name);
            }
        }
        var halves = halves(span);
        halves.forEach((kind, service) -> tell(span, service, kind, remote(kind, remotes), tags));
        if (halves.isEmpty()) {
            locals.remove("");
            tell(span, locals.isEmpty() ? "" : locals.getFirst(), SpanKind.INTERNAL, "", tags);
        }
    }

    private static Map<SpanKind, String> halves(JsonNode span) {
        var halves = new HashMap<SpanKind, String>();
        for (var annotation : span.path("annotations")) {
            var kind = ENDS.get(text(annotation, "value"));
            if (kind != null) {
                halves.putIfAbsent(kind, endpoint(annotation));
            }
        }
        return halves;
    }

    private static String remote(SpanKind kind, Map<String, String> remotes) {
        return switch (kind) {
            case CLIENT -> remotes.getOrDefault("sa", "");
            case SERVER -> remotes.getOrDefault("ca", "");
            case PRODUCER, CONSUMER -> remotes.getOrDefault("ma", "");
            case INTERNAL -> "";
        };
    }

    private void tell(JsonNode span, String service, SpanKind kind, String remote, Map<String, String> tags) {
        var named = kind.isAsked() ? withoutPeer(tags) : tags;
        sink.span(new ReadSpan(
                SpanCheck.lower(text(span, "traceId")),
                SpanCheck.lower(text(span, "id")),
                parent(span),
                service,
                text(span, "name"),
                kind,
                OtlpJson.number(span.path("timestamp")),
                Math.max(0, OtlpJson.number(span.path("duration"))),
                SpanFacts.of(text(span, "name"), kind, named, Sampling.weight("", tags))
                        .withPeer(remote),
                false));
    }

    /** The host in the tags of a server is its own. */
    private static Map<String, String> withoutPeer(Map<String, String> tags) {
        var own = new HashMap<>(tags);
        own.keySet().removeIf(key -> key.equals("http.host") || key.equals("http.url"));
        return own;
    }

    private static @Nullable String parent(JsonNode span) {
        var parent = SpanCheck.lower(text(span, "parentId"));
        return parent.isEmpty() ? null : parent;
    }

    private static void keep(Map<String, String> tags, String key, JsonNode value) {
        var text = value.asString("");
        if (Names.isTold(key) && (!text.isEmpty() || key.equals("error"))) {
            tags.put(key, text.isEmpty() ? "true" : text);
        }
    }

    private static String endpoint(JsonNode annotation) {
        return Names.lower(annotation.path("endpoint").path("serviceName").asString(""));
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }
}
