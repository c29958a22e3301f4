package dev.interlock.arazzo;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks that a tree has the shape of an Arazzo document. */
final class StructureCheck {
    static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern VERSION = Pattern.compile("1\\.[01]\\.[0-9]+(-.*)?");
    private static final Set<String> ROOT =
            Set.of("arazzo", "$self", "info", "sourceDescriptions", "workflows", "components");
    private static final Set<String> INFO = Set.of("title", "version", "summary", "description");
    private static final Set<String> SOURCE = Set.of("name", "url", "type");
    private static final Set<String> WORKFLOW = Set.of(
            "workflowId",
            "summary",
            "description",
            "inputs",
            "dependsOn",
            "steps",
            "successActions",
            "failureActions",
            "outputs",
            "parameters");
    private static final int MOST_STEPS = 2_000;

    private final Notes notes;
    private final Fields fields;
    private final StepStructure steps;
    private final InputsCheck inputs;

    StructureCheck(Notes notes) {
        this.notes = notes;
        fields = new Fields(notes);
        steps = new StepStructure(notes, fields);
        inputs = new InputsCheck(notes, fields);
    }

    void check() {
        var root = notes.root();
        if (!fields.object(root, "", "The document")) {
            return;
        }
        fields.known(root, "", ROOT);
        version(root);
        if (root.path("info").isMissingNode()) {
            notes.error("", "The field \"info\" is missing.", "Add info with title and version.");
        } else if (fields.object(root.path("info"), "/info", "\"info\"")) {
            fields.known(root.path("info"), "/info", INFO);
            fields.requiredText(root.path("info"), "title", "/info");
            fields.requiredText(root.path("info"), "version", "/info");
        }
        sources(root);
        workflows(root);
        new ComponentStructure(notes, fields, steps).check(root.path("components"));
        new VersionCheck(notes).check();
        new ExtensionCheck(notes, fields).check(root, "");
    }

    private void version(JsonNode root) {
        fields.requiredText(root, "arazzo", "");
        if (root.path("$self").asString("").contains("#")) {
            notes.error("/$self", "\"$self\" may not have a fragment.", "Leave out the part from # on.");
        }
        var version = root.path("arazzo").asString("");
        if (root.has("arazzo") && !VERSION.matcher(version).matches()) {
            notes.error("/arazzo", "The version \"" + version + "\" is not supported.", "Use 1.0.1 or 1.1.0.");
        }
    }

    private void sources(JsonNode root) {
        if (!fields.list(root, "sourceDescriptions", "", true)) {
            return;
        }
        var list = root.path("sourceDescriptions");
        fields.unique(list, "name", "/sourceDescriptions");
        for (var index = 0; index < list.size(); index++) {
            var path = "/sourceDescriptions/" + index;
            var source = list.path(index);
            if (fields.object(source, path, "A source description")) {
                fields.known(source, path, SOURCE);
                fields.requiredText(source, "name", path);
                fields.plainName(source, "name", path);
                fields.requiredText(source, "url", path);
                fields.oneOf(source, "type", path, Set.of("openapi", "asyncapi", "arazzo"));
            }
        }
    }

    private void workflows(JsonNode root) {
        if (!fields.list(root, "workflows", "", true)) {
            return;
        }
        var list = root.path("workflows");
        fields.unique(list, "workflowId", "/workflows");
        var count = 0;
        for (var index = 0; index < list.size(); index++) {
            var path = "/workflows/" + index;
            if (fields.object(list.path(index), path, "A workflow")) {
                workflow(list.path(index), path);
                count += list.path(index).path("steps").size();
            }
        }
        if (count > MOST_STEPS) {
            notes.error("/workflows", "The document has " + count + " steps; the limit is 2,000.", "Split it.");
        }
    }

    private void workflow(JsonNode workflow, String path) {
        fields.known(workflow, path, WORKFLOW);
        fields.requiredText(workflow, "workflowId", path);
        fields.plainName(workflow, "workflowId", path);
        inputs.check(workflow.path("inputs"), path + "/inputs");
        fields.ids(workflow, "dependsOn", path);
        fields.ids(workflow, "x-interlock-teardown", path);
        steps.parameters(workflow, path, false);
        steps.actions(workflow, "successActions", path, false);
        steps.actions(workflow, "failureActions", path, true);
        fields.outputs(workflow, path, KEY);
        if (fields.list(workflow, "steps", path, true)) {
            fields.unique(workflow.path("steps"), "stepId", path + "/steps");
            for (var index = 0; index < workflow.path("steps").size(); index++) {
                steps.check(workflow.path("steps").path(index), path + "/steps/" + index);
            }
        }
    }
}
