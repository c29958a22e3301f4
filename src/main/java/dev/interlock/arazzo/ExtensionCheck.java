package dev.interlock.arazzo;

import dev.interlock.arazzo.tree.TreeReader;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Checks the fields that only Interlock knows, which a misspelt name would silently switch off. */
final class ExtensionCheck {
    private static final String OURS = "x-interlock-";
    private static final Set<String> KNOWN = Set.of(
            "x-interlock-covers",
            "x-interlock-contract",
            "x-interlock-deadline",
            "x-interlock-fill-in",
            "x-interlock-from-env",
            "x-interlock-generate",
            "x-interlock-handled",
            "x-interlock-identity",
            "x-interlock-label",
            "x-interlock-literal",
            "x-interlock-owner",
            "x-interlock-parallel",
            "x-interlock-poll",
            "x-interlock-redirects",
            "x-interlock-service",
            "x-interlock-severity",
            "x-interlock-soft",
            "x-interlock-tags",
            "x-interlock-teardown",
            "x-interlock-version");
    private static final Set<String> FLAGS = Set.of("x-interlock-handled", "x-interlock-literal", "x-interlock-soft");
    private static final Set<String> MODES = Set.of("off", "warn", "error");

    private final Notes notes;
    private final Fields fields;

    ExtensionCheck(Notes notes, Fields fields) {
        this.notes = notes;
        this.fields = fields;
    }

    void check(JsonNode node, String path) {
        if (node.isObject()) {
            node.properties().forEach(entry -> {
                var at = TreeReader.child(path, entry.getKey());
                if (entry.getKey().startsWith(OURS)) {
                    field(node, entry.getKey(), path);
                }
                check(entry.getValue(), at);
            });
        } else {
            for (var index = 0; index < node.size(); index++) {
                check(node.path(index), path + "/" + index);
            }
        }
    }

    private void field(JsonNode owner, String name, String path) {
        if (!KNOWN.contains(name)) {
            notes.warning(
                    path + "/" + name,
                    "The field \"" + name + "\" means nothing to Interlock.",
                    Spelling.advice(name, KNOWN));
        } else if (FLAGS.contains(name) && !owner.path(name).isBoolean()) {
            notes.error(path + "/" + name, "\"" + name + "\" must be true or false.", "Write it without quotes.");
        } else if (name.equals("x-interlock-deadline")) {
            fields.number(owner, name, path, true);
        } else if (name.equals("x-interlock-contract")) {
            fields.oneOf(owner, name, path, MODES);
        }
    }
}
