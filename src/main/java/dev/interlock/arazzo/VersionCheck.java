package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Filling;
import dev.interlock.arazzo.tree.TreeReader;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds what the version a document names does not have yet. */
final class VersionCheck {
    private static final List<String> NEW_IN_STEPS =
            List.of("channelPath", "action", "correlationId", "timeout", "dependsOn");

    private final Notes notes;
    private final String version;

    VersionCheck(Notes notes) {
        this.notes = notes;
        version = notes.root().path("arazzo").asString("");
    }

    void check() {
        if (!version.startsWith("1.0")) {
            return;
        }
        var root = notes.root();
        newer(root, "$self", "");
        each(root.path("sourceDescriptions"), "/sourceDescriptions", (source, path) -> {
            if (source.path("type").asString("").equals("asyncapi")) {
                tooNew(path + "/type", "The type asyncapi");
            }
        });
        each(root.path("workflows"), "/workflows", this::workflow);
        actions(root.path("components").path("successActions"), "/components/successActions");
        actions(root.path("components").path("failureActions"), "/components/failureActions");
        parameters(root.path("components").path("parameters"), "/components/parameters");
    }

    private void workflow(JsonNode workflow, String path) {
        parameters(workflow.path("parameters"), path + "/parameters");
        actions(workflow.path("successActions"), path + "/successActions");
        actions(workflow.path("failureActions"), path + "/failureActions");
        values(workflow.path("outputs"), path + "/outputs");
        each(workflow.path("steps"), path + "/steps", this::step);
    }

    private void step(JsonNode step, String path) {
        NEW_IN_STEPS.forEach(name -> newer(step, name, path));
        parameters(step.path("parameters"), path + "/parameters");
        values(step.path("requestBody").path("payload"), path + "/requestBody/payload");
        each(step.path("requestBody").path("replacements"), path + "/requestBody/replacements", (each, at) -> {
            newer(each, "targetSelectorType", at);
            values(each.path("value"), at + "/value");
        });
        values(step.path("outputs"), path + "/outputs");
        actions(step.path("onSuccess"), path + "/onSuccess");
        actions(step.path("onFailure"), path + "/onFailure");
    }

    private void parameters(JsonNode parameters, String path) {
        each(parameters, path, (parameter, at) -> {
            if (parameter.path("in").asString("").equals("querystring")) {
                tooNew(at + "/in", "The place querystring");
            }
            values(parameter.path("value"), at + "/value");
        });
    }

    private void actions(JsonNode actions, String path) {
        each(actions, path, (action, at) -> newer(action, "parameters", at));
    }

    private void values(JsonNode value, String path) {
        if (Filling.isSelector(value)) {
            tooNew(path, "A selector");
        } else if (value.isString() && value.stringValue().equals("$self")) {
            tooNew(path, "The expression $self");
        } else {
            each(value, path, this::values);
        }
    }

    private interface Visit {
        void see(JsonNode node, String path);
    }

    private static void each(JsonNode owner, String path, Visit visit) {
        if (owner.isObject()) {
            owner.properties().forEach(entry -> visit.see(entry.getValue(), TreeReader.child(path, entry.getKey())));
        } else {
            for (var index = 0; index < owner.size(); index++) {
                visit.see(owner.path(index), path + "/" + index);
            }
        }
    }

    private void newer(JsonNode owner, String name, String path) {
        if (owner.has(name)) {
            tooNew(path + "/" + name, "The field \"" + name + "\"");
        }
    }

    private void tooNew(String path, String what) {
        notes.warning(
                path,
                what + " is new in Arazzo 1.1, but the document says " + version
                        + ". It is carried out here; other tools may refuse it.",
                "Write arazzo: 1.1.0 at the top.");
    }
}
