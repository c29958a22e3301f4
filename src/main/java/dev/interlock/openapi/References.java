package dev.interlock.openapi;

import dev.interlock.openapi.tree.Pointers;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Follows {@code $ref} inside one document; nothing outside is ever fetched. Safe for threads. */
final class References {
    private final JsonNode root;
    private final Map<String, String> byName;
    private final Map<String, Optional<Located>> known = new ConcurrentHashMap<>();

    /** @param byName pointers of schemas by {@code $id} and by {@code #anchor} */
    References(JsonNode root, Map<String, String> byName) {
        this.root = root;
        this.byName = byName;
    }

    JsonNode root() {
        return root;
    }

    /** The place a reference names; empty when it is outside the document or there is nothing. */
    Optional<Located> target(String ref) {
        return known.computeIfAbsent(ref, this::find);
    }

    private Optional<Located> find(String ref) {
        return Pointers.ofFragment(ref)
                .or(() -> Optional.ofNullable(byName.get(ref)))
                .or(() -> belowName(ref))
                .flatMap(pointer -> Pointers.find(root, pointer).map(node -> new Located(pointer, node)));
    }

    private Optional<String> belowName(String ref) {
        var hash = ref.indexOf("#/");
        return hash <= 0
                ? Optional.empty()
                : Optional.ofNullable(byName.get(ref.substring(0, hash)))
                        .map(base -> base + Pointers.unquoted(ref.substring(hash + 1)));
    }

    /** The value itself, or what its chain of references ends at; missing when the chain breaks or turns in a circle. */
    Located follow(Located start) {
        var here = start;
        var seen = new HashSet<String>();
        while (isReference(here.node())) {
            var next = target(here.text("$ref"));
            if (next.isEmpty() || !seen.add(next.get().pointer())) {
                return new Located(here.pointer(), MissingNode.getInstance());
            }
            here = next.get();
        }
        return here;
    }

    static boolean isReference(JsonNode node) {
        return node.path("$ref").isString();
    }
}
