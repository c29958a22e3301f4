package dev.interlock.arazzo;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Checks languages that are named together with their version. */
final class ExpressionTypes {
    private static final Map<String, Set<String>> VERSIONS = Map.of(
            "jsonpath", Set.of("rfc9535", "draft-goessner-dispatch-jsonpath-00"),
            "xpath", Set.of("xpath-31", "xpath-30", "xpath-20", "xpath-10"),
            "jsonpointer", Set.of("rfc6901"));
    private static final Set<String> NAMES = Set.of("type", "version");

    private final Notes notes;
    private final Fields fields;

    ExpressionTypes(Notes notes, Fields fields) {
        this.notes = notes;
        this.fields = fields;
    }

    void check(JsonNode type, String path) {
        fields.known(type, path, NAMES);
        fields.requiredText(type, "type", path);
        fields.requiredText(type, "version", path);
        var known = VERSIONS.get(type.path("type").asString(""));
        if (known != null && type.has("version")) {
            fields.oneOf(type, "version", path, known);
        }
        if (type.path("version").asString("").startsWith("draft-goessner")) {
            notes.info(
                    path + "/version",
                    "The JSONPath is carried out as RFC 9535, which reads some drafts differently.",
                    "Write version: rfc9535.");
        }
    }
}
