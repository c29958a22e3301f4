package dev.interlock.arazzo;

import dev.interlock.arazzo.tree.TreeReader;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Checks the shape of the reusable parts. */
final class ComponentStructure {
    private static final String PATH = "/components";
    private static final Set<String> KINDS = Set.of("inputs", "parameters", "successActions", "failureActions");

    private final Notes notes;
    private final Fields fields;
    private final StepStructure steps;

    ComponentStructure(Notes notes, Fields fields, StepStructure steps) {
        this.notes = notes;
        this.fields = fields;
        this.steps = steps;
    }

    void check(JsonNode components) {
        if (components.isMissingNode() || !fields.object(components, PATH, "\"components\"")) {
            return;
        }
        fields.known(components, PATH, KINDS);
        for (var kind : KINDS) {
            var owner = components.path(kind);
            var path = PATH + "/" + kind;
            if (!owner.isMissingNode() && fields.object(owner, path, "\"" + kind + "\"")) {
                owner.properties()
                        .forEach(entry ->
                                entry(kind, entry.getKey(), entry.getValue(), TreeReader.child(path, entry.getKey())));
            }
        }
    }

    private void entry(String kind, String key, JsonNode value, String path) {
        if (!StructureCheck.KEY.matcher(key).matches()) {
            notes.error(path, "The name \"" + key + "\" is not allowed.", "Use letters, digits, . _ -");
        }
        if (value.has("reference")) {
            notes.error(path, "A component may not be a reference itself.", "Write the part out here.");
            return;
        }
        switch (kind) {
            case "parameters" -> steps.parameter(value, path, false);
            case "successActions" -> steps.action(value, path, false);
            case "failureActions" -> steps.action(value, path, true);
            default -> {}
        }
    }
}
