package dev.interlock.openapi;

import dev.interlock.platform.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the operations of paths and webhooks; odd parts become findings. */
final class OperationReader {
    static final List<String> METHODS = List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final References references;
    private final OpenApiVersion version;
    private final PartReader parts;
    private final Signatures signatures;
    private final List<Finding> findings;

    OperationReader(References references, OpenApiVersion version, List<Finding> findings) {
        this.references = references;
        this.version = version;
        this.parts = version == OpenApiVersion.V2_0 ? new SwaggerParts(references) : new OpenApiParts(references);
        this.signatures = new Signatures(references);
        this.findings = findings;
    }

    /** The operations of all path items below a place such as {@code /paths}. */
    List<Operation> standard(Located items) {
        return all(items, false);
    }

    /** The operations with methods other than the eight of HTTP: {@code query} and {@code additionalOperations} of 3.2. */
    List<Operation> further(Located items) {
        return version == OpenApiVersion.V3_2 ? all(items, true) : List.of();
    }

    private List<Operation> all(Located items, boolean further) {
        var operations = new ArrayList<Operation>();
        for (var entry : items.node().properties()) {
            if (!entry.getKey().startsWith("x-")) {
                var item = items.at(entry.getKey());
                nodes(item, further)
                        .forEach((method, node) -> operations.add(operation(method, entry.getKey(), node, item)));
            }
        }
        return operations;
    }

    private Map<String, Located> nodes(Located item, boolean further) {
        var nodes = new LinkedHashMap<String, Located>();
        for (var layer : layers(item)) {
            if (further) {
                furtherOf(layer, nodes);
            } else {
                METHODS.forEach(method -> add(nodes, method, layer.at(method)));
            }
        }
        return nodes;
    }

    private void furtherOf(Located layer, Map<String, Located> nodes) {
        add(nodes, "query", layer.at("query"));
        var additional = layer.at("additionalOperations");
        additional.node().propertyNames().forEach(method -> add(nodes, method, additional.at(method)));
    }

    private void add(Map<String, Located> nodes, String method, Located operation) {
        if (operation.node().isObject()) {
            nodes.putIfAbsent(method.toUpperCase(Locale.ROOT), operation);
        } else if (operation.exists()) {
            report(Findings.error(
                    operation.pointer(),
                    "An operation that is not an object.",
                    "Describe it as an object or remove it."));
        }
    }

    private void report(Finding finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    /** A path item and what it refers to, nearest first; circles are cut. */
    private List<Located> layers(Located item) {
        var layers = new ArrayList<Located>();
        var seen = new HashSet<String>(Set.of(item.pointer()));
        var here = Optional.of(item);
        while (here.isPresent()) {
            layers.add(here.get());
            here = references.target(here.get().text("$ref")).filter(next -> seen.add(next.pointer()));
        }
        return layers;
    }

    private Operation operation(String method, String path, Located written, Located item) {
        var followed = references.follow(written);
        var operation = followed.node().isObject() ? followed : written;
        var parameters = parameterNodes(item, operation);
        var security = operation.node().has("security") ? operation.at("security") : root("security");
        return new Operation(
                method,
                path,
                Optional.of(operation.text("operationId")).filter(id -> !id.isBlank()),
                operation.text("summary"),
                operation.flag("deprecated"),
                texts(operation.at("tags").node()),
                parts.parameters(parameters),
                parts.requestBody(operation, parameters),
                parts.responses(operation),
                security(security.node()),
                servers(item, operation),
                written.pointer(),
                signatures.of(operation, parameters, security));
    }

    private Located root(String key) {
        return new Located("", references.root()).at(key);
    }

    /** Parameters of the path item and of the operation, the latter winning by place and name. */
    private List<Located> parameterNodes(Located item, Located operation) {
        var merged = new LinkedHashMap<String, Located>();
        for (var layer : layers(item).reversed()) {
            mergeParameters(merged, layer.at("parameters"));
        }
        mergeParameters(merged, operation.at("parameters"));
        return List.copyOf(merged.values());
    }

    private void mergeParameters(Map<String, Located> merged, Located list) {
        for (var index = 0; list.node().isArray() && index < list.node().size(); index++) {
            var parameter = references.follow(list.at(index));
            if (parameter.node().isObject()) {
                merged.put(parameter.text("in") + " " + parameter.text("name"), parameter);
            }
        }
    }

    private List<Server> servers(Located item, Located operation) {
        var own = operation.node().has("servers") ? operation : item;
        return Servers.listed(own.at("servers").node());
    }

    private static List<Map<String, List<String>>> security(JsonNode security) {
        var alternatives = new ArrayList<Map<String, List<String>>>();
        for (var alternative : security) {
            var schemes = new LinkedHashMap<String, List<String>>();
            alternative.properties().forEach(entry -> schemes.put(entry.getKey(), texts(entry.getValue())));
            alternatives.add(Map.copyOf(schemes));
        }
        return alternatives;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }
}
