package dev.interlock.arazzo;

import java.util.HashSet;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Finds parameters that are given twice in one list, where the second silently wins. */
final class DuplicateParameters {
    private final Notes notes;

    DuplicateParameters(Notes notes) {
        this.notes = notes;
    }

    void check(JsonNode parameters, String path) {
        var seen = new HashSet<Map.Entry<String, String>>();
        for (var at = 0; at < parameters.size(); at++) {
            var parameter = resolved(parameters.path(at));
            var name = parameter.path("name").asString("");
            var in = parameter.path("in").asString("");
            if (!name.isEmpty() && !seen.add(Map.entry(name, in))) {
                notes.error(
                        path + "/" + at,
                        "The parameter \"" + name + "\"" + (in.isEmpty() ? "" : " (" + in + ")") + " is given twice.",
                        "Remove one of them.");
            }
        }
    }

    private JsonNode resolved(JsonNode parameter) {
        var parts = parameter.path("reference").asString("").split("\\.", 3);
        return parts.length == 3
                ? notes.root().path("components").path(parts[1]).path(parts[2])
                : parameter;
    }
}
