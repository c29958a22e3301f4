package dev.interlock.openapi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Hashes what matters to callers of an operation, referenced parts included, texts and examples left out. */
final class Signatures {
    private static final int KEPT_BYTES = 16;
    private static final Set<String> TEXTS = Set.of(
            "description",
            "summary",
            "title",
            "example",
            "examples",
            "externalDocs",
            "tags",
            "operationId",
            "callbacks",
            "links",
            "servers");
    private static final Set<String> NAMES = Set.of(
            "properties",
            "patternProperties",
            "$defs",
            "definitions",
            "responses",
            "content",
            "headers",
            "mapping",
            "dependentSchemas",
            "dependentRequired");
    private static final Set<String> VALUES = Set.of("enum", "const", "default");

    private record Part(String text, Set<String> refs) {}

    private final References references;
    private final Map<String, Part> known = new HashMap<>();

    Signatures(References references) {
        this.references = references;
    }

    String of(Located operation, List<Located> parameters, Located security) {
        var own = part(operation.node());
        var refs = new TreeSet<>(own.refs());
        var whole = new StringBuilder(own.text());
        for (var parameter : parameters) {
            var part = part(parameter.node());
            whole.append(part.text());
            refs.addAll(part.refs());
        }
        whole.append(part(security.node()).text());
        closure(refs).forEach((ref, text) -> whole.append(ref).append('=').append(text));
        return digest(whole.toString());
    }

    private Map<String, String> closure(Set<String> start) {
        var texts = new TreeMap<String, String>();
        var open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            var ref = open.pop();
            if (!texts.containsKey(ref)) {
                var part = known.computeIfAbsent(ref, this::referenced);
                texts.put(ref, part.text());
                open.addAll(part.refs());
            }
        }
        return texts;
    }

    private Part referenced(String ref) {
        var target = references.target(ref);
        if (target.isEmpty()) {
            return new Part("unknown", Set.of());
        }
        var part = part(target.get().node());
        return new Part(digest(part.text()), part.refs());
    }

    private static Part part(JsonNode node) {
        var refs = new TreeSet<String>();
        var text = new StringBuilder();
        write(node, false, text, refs);
        return new Part(text.toString(), refs);
    }

    private static void write(JsonNode node, boolean names, StringBuilder text, Set<String> refs) {
        if (node.isObject()) {
            writeObject(node, names, text, refs);
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(element -> {
                write(element, false, text, refs);
                text.append(',');
            });
            text.append(']');
        } else {
            text.append(node);
        }
    }

    private static void writeObject(JsonNode node, boolean names, StringBuilder text, Set<String> refs) {
        text.append('{');
        for (var key : new TreeSet<>(node.propertyNames())) {
            if (names || key.equals("x-nullable") || (!TEXTS.contains(key) && !key.startsWith("x-"))) {
                text.append('"').append(key).append("\":");
                writeMember(key, node.path(key), names, text, refs);
                text.append(',');
            }
        }
        text.append('}');
    }

    private static void writeMember(String key, JsonNode value, boolean names, StringBuilder text, Set<String> refs) {
        if (!names && VALUES.contains(key)) {
            text.append(value);
            return;
        }
        if (!names && key.equals("$ref") && value.isString()) {
            refs.add(value.stringValue());
        }
        write(value, !names && NAMES.contains(key), text, refs);
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEPT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
