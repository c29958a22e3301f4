package dev.interlock.openapi;

import dev.interlock.openapi.tree.Pointers;
import dev.interlock.platform.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Joins the files of a bundle into one tree: each file referred to is kept below {@value #FILES} of the root, and
 * references are rewritten to point there.
 */
final class BundleReader {
    static final String FILES = "x-interlock-files";
    private static final int MAX_FILES = 2_000;

    private final Map<String, byte[]> files;
    private final String root;
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Set<String> usedKeys = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> errors = new ArrayList<>();

    private BundleReader(Map<String, byte[]> files, String root) {
        this.files = files;
        this.root = root;
    }

    static OpenApiDocument read(Map<String, byte[]> files, String root) {
        return new BundleReader(files, root).joined();
    }

    private OpenApiDocument joined() {
        var tree = parsed(root).orElseThrow(() -> new UnreadableDocument(errors));
        rewrite(root, tree);
        var others = JsonNodeFactory.instance.objectNode();
        while (!open.isEmpty()) {
            var name = open.removeFirst();
            parsed(name).ifPresent(other -> {
                rewrite(name, other);
                others.set(keys.getOrDefault(name, name), other);
            });
        }
        if (!errors.isEmpty()) {
            throw new UnreadableDocument(errors);
        }
        if (tree instanceof ObjectNode object && !others.isEmpty()) {
            object.set(FILES, others);
        }
        return DocumentReader.document(tree, findings);
    }

    private Optional<JsonNode> parsed(String name) {
        try {
            var parsed = DocumentReader.parsed(name, new Upload(name, files.getOrDefault(name, new byte[0])));
            findings.addAll(DocumentReader.warnings(name, parsed));
            return Optional.of(parsed.root());
        } catch (UnreadableDocument broken) {
            errors.addAll(broken.findings());
            return Optional.empty();
        }
    }

    private void rewrite(String file, JsonNode node) {
        if (node instanceof ObjectNode object) {
            var ref = object.path("$ref");
            if (ref.isString()) {
                object.put("$ref", rewritten(file, ref.stringValue()));
            }
            rewriteMapping(file, object);
        }
        for (var child : node) {
            rewrite(file, child);
        }
    }

    private void rewriteMapping(String file, ObjectNode object) {
        if (object.path("propertyName").isString() && object.path("mapping") instanceof ObjectNode mapping) {
            for (var key : List.copyOf(mapping.propertyNames())) {
                var value = mapping.path(key).asString("");
                if (value.contains("#") || BundlePaths.isDocument(value)) {
                    mapping.put(key, rewritten(file, value));
                }
            }
        }
    }

    /** The reference as seen from the top of the joined tree; unchanged when it leads out of the upload. */
    private String rewritten(String file, String ref) {
        var hash = ref.indexOf('#');
        var path = hash < 0 ? ref : ref.substring(0, hash);
        var fragment = hash < 0 ? "" : ref.substring(hash + 1);
        var target = path.isEmpty() ? file : target(file, path);
        if (target == null || (!fragment.isEmpty() && !fragment.startsWith("/"))) {
            return ref;
        }
        return target.equals(root) ? "#" + fragment : "#" + Pointers.child("/" + FILES, keyOf(target)) + fragment;
    }

    private @Nullable String target(String file, String path) {
        if (path.contains(":") || path.startsWith("/")) {
            return null;
        }
        return BundlePaths.resolved(file, Pointers.unquoted(path))
                .filter(files::containsKey)
                .orElse(null);
    }

    private String keyOf(String name) {
        var known = keys.get(name);
        if (known != null) {
            return known;
        }
        if (keys.size() >= MAX_FILES) {
            throw new UnreadableDocument(Findings.error(
                    "", "More than %,d files are referred to.".formatted(MAX_FILES), "Bundle the document first."));
        }
        var key = name.replaceAll("[^A-Za-z0-9._/-]", "_");
        while (!usedKeys.add(key)) {
            key = key + "_";
        }
        keys.put(name, key);
        open.addLast(name);
        return key;
    }
}
