package dev.interlock.openapi;

import dev.interlock.openapi.ContractFinding.Kind;
import dev.interlock.openapi.tree.Pointers;
import dev.interlock.platform.Finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Walks a body beside its schema and notes properties the schema does not name or only means for requests. */
final class PropertyWalk {
    private static final int MAX_FINDINGS = 20;
    private static final int MAX_DEPTH = 40;
    private static final List<String> COMPOSED = List.of("allOf", "anyOf", "oneOf");

    private final OpenApiDocument document;
    private final List<ContractFinding> found;
    private final Set<String> noted = new HashSet<>();

    PropertyWalk(OpenApiDocument document, List<ContractFinding> found) {
        this.document = document;
        this.found = found;
    }

    void walk(Located schema, JsonNode body) {
        walk(List.of(schema), body, "", "", 0);
    }

    private void walk(List<Located> schemas, JsonNode value, String pointer, String shape, int depth) {
        if (depth > MAX_DEPTH || noted.size() >= MAX_FINDINGS || !value.isContainer()) {
            return;
        }
        var applied = applied(schemas);
        if (value.isObject()) {
            walkObject(applied, value, pointer, shape, depth);
            return;
        }
        var items = applied.stream()
                .map(schema -> schema.at("items"))
                .filter(Located::exists)
                .toList();
        for (var index = 0; !items.isEmpty() && index < value.size(); index++) {
            walk(items, value.path(index), Pointers.child(pointer, index), shape + "/*", depth + 1);
        }
    }

    private void walkObject(List<Located> applied, JsonNode value, String pointer, String shape, int depth) {
        var properties = properties(applied);
        var open = properties.isEmpty() || applied.stream().anyMatch(PropertyWalk::open);
        for (var entry : value.properties()) {
            var place = Pointers.child(pointer, entry.getKey());
            var known = properties.get(entry.getKey());
            var form = shape + "/" + entry.getKey();
            if (known == null) {
                noteUnknown(open, place, form);
                continue;
            }
            if (known.stream()
                    .anyMatch(
                            one -> one.flag("writeOnly") || document.follow(one).flag("writeOnly"))) {
                note(Kind.WRITE_ONLY, place, form, " is only meant for requests but was sent.", Severity.WARNING);
            }
            walk(known, entry.getValue(), place, form, depth + 1);
        }
    }

    private void noteUnknown(boolean open, String place, String form) {
        if (!open) {
            note(Kind.UNDOCUMENTED_PROPERTY, place, form, " is not in the schema.", Severity.INFO);
        }
    }

    private void note(Kind kind, String place, String form, String what, Severity severity) {
        if (noted.size() < MAX_FINDINGS && noted.add(kind + form)) {
            found.add(new ContractFinding(kind, place, place + what, "", "", severity));
        }
    }

    private static boolean open(Located schema) {
        var additional = schema.node().path("additionalProperties");
        return additional.isObject()
                || additional.asBoolean(false)
                || schema.node().has("patternProperties");
    }

    private static Map<String, List<Located>> properties(List<Located> applied) {
        var all = new LinkedHashMap<String, List<Located>>();
        for (var schema : applied) {
            var properties = schema.at("properties");
            for (var name : properties.node().propertyNames()) {
                all.computeIfAbsent(name, key -> new ArrayList<>()).add(properties.at(name));
            }
        }
        return all;
    }

    /** The schemas and all they are composed of, references followed, circles cut. */
    private List<Located> applied(List<Located> schemas) {
        var applied = new LinkedHashMap<String, Located>();
        schemas.forEach(schema -> apply(schema, applied));
        return List.copyOf(applied.values());
    }

    private void apply(Located written, Map<String, Located> applied) {
        if (References.isReference(written.node())) {
            applied.putIfAbsent(written.pointer(), written);
        }
        var schema = document.follow(written);
        if (!schema.node().isObject() || (applied.putIfAbsent(schema.pointer(), schema) != null)) {
            return;
        }
        for (var key : COMPOSED) {
            for (var index = 0; index < schema.node().path(key).size(); index++) {
                apply(schema.at(key).at(index), applied);
            }
        }
        List.of("then", "else").forEach(key -> apply(schema.at(key), applied));
    }
}
