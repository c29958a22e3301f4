package dev.interlock.arazzo;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Checks the shape of steps, parameters, criteria and actions. */
final class StepStructure {
    private static final List<String> TARGETS = List.of("operationId", "operationPath", "channelPath", "workflowId");
    private static final Set<String> STEP = Set.of(
            "stepId",
            "description",
            "operationId",
            "operationPath",
            "channelPath",
            "workflowId",
            "action",
            "correlationId",
            "timeout",
            "dependsOn",
            "parameters",
            "requestBody",
            "successCriteria",
            "onSuccess",
            "onFailure",
            "outputs");
    private static final Set<String> BODY = Set.of("contentType", "payload", "replacements");
    private static final Set<String> REPLACEMENT = Set.of("target", "value", "targetSelectorType");
    private static final Set<String> PARAMETER = Set.of("name", "in", "value");
    private static final Set<String> REFERENCE = Set.of("reference", "value");
    private static final Set<String> CRITERION = Set.of("condition", "type", "context");
    private static final Set<String> SUCCESS = Set.of("name", "type", "stepId", "workflowId", "parameters", "criteria");
    private static final Set<String> FAILURE =
            Set.of("name", "type", "stepId", "workflowId", "parameters", "criteria", "retryAfter", "retryLimit");
    private static final Set<String> PLACES = Set.of("path", "query", "querystring", "header", "cookie", "body");
    private static final Set<String> LANGUAGES = Set.of("simple", "regex", "jsonpath", "xpath");

    private final Notes notes;
    private final Fields fields;

    StepStructure(Notes notes, Fields fields) {
        this.notes = notes;
        this.fields = fields;
    }

    void check(JsonNode step, String path) {
        if (!fields.object(step, path, "A step")) {
            return;
        }
        fields.known(step, path, STEP);
        fields.requiredText(step, "stepId", path);
        fields.plainName(step, "stepId", path);
        fields.oneOf(step, "action", path, Set.of("send", "receive"));
        target(step, path);
        fields.number(step, "timeout", path, true);
        redirects(step.path("x-interlock-redirects"), path + "/x-interlock-redirects");
        fields.ids(step, "dependsOn", path);
        parameters(step, path, !step.has("workflowId"));
        body(step.path("requestBody"), path + "/requestBody");
        criteria(step, "successCriteria", path);
        actions(step, "onSuccess", path, false);
        actions(step, "onFailure", path, true);
        fields.outputs(step, path, StructureCheck.KEY);
    }

    private void redirects(JsonNode redirects, String path) {
        var number = redirects.isIntegralNumber() ? redirects.asLong() : redirects.isMissingNode() ? 0 : -1;
        if (number < 0 || number > Step.MOST_REDIRECTS) {
            notes.error(
                    path,
                    "The number of redirects to follow is " + redirects + ".",
                    "Use 0 to " + Step.MOST_REDIRECTS + ".");
        }
    }

    private void target(JsonNode step, String path) {
        var given = TARGETS.stream().filter(step::has).toList();
        if (given.size() != 1) {
            notes.error(
                    path,
                    given.isEmpty() ? "The step calls nothing." : "The step calls several things: " + given + ".",
                    "Give exactly one of operationId, operationPath, workflowId.");
        }
        given.forEach(name -> fields.requiredText(step, name, path));
    }

    private void body(JsonNode body, String path) {
        if (!body.isMissingNode() && fields.object(body, path, "\"requestBody\"")) {
            fields.known(body, path, BODY);
            fields.optionalText(body, "contentType", path);
            if (fields.list(body, "replacements", path, false)) {
                for (var index = 0; index < body.path("replacements").size(); index++) {
                    var at = path + "/replacements/" + index;
                    replacement(body.path("replacements").path(index), at);
                }
            }
        }
    }

    private void replacement(JsonNode replacement, String path) {
        if (fields.object(replacement, path, "A replacement")) {
            fields.known(replacement, path, REPLACEMENT);
            if (!replacement.path("target").isString()
                    || !replacement.path("target").asString("").isEmpty()) {
                fields.requiredText(replacement, "target", path);
            }
            value(replacement, path);
        }
    }

    private void value(JsonNode owner, String path) {
        if (!owner.has("value")) {
            notes.error(path, "The field \"value\" is missing.", "Add value; null is a value.");
        }
    }

    void parameters(JsonNode owner, String path, boolean placed) {
        if (fields.list(owner, "parameters", path, false)) {
            new DuplicateParameters(notes).check(owner.path("parameters"), path + "/parameters");
            for (var index = 0; index < owner.path("parameters").size(); index++) {
                parameter(owner.path("parameters").path(index), path + "/parameters/" + index, placed);
            }
        }
    }

    void parameter(JsonNode parameter, String path, boolean placed) {
        if (!fields.object(parameter, path, "A parameter") || reference(parameter, path, "parameters")) {
            return;
        }
        fields.known(parameter, path, PARAMETER);
        fields.requiredText(parameter, "name", path);
        value(parameter, path);
        fields.oneOf(parameter, "in", path, PLACES);
        if (placed && !parameter.has("in")) {
            notes.error(path, "The field \"in\" is missing.", "Say path, query, header or cookie.");
        }
        if (parameter.path("in").asString("").equals("body")) {
            notes.error(path + "/in", "Parameters are no longer sent in the body.", "Use requestBody.");
        }
    }

    private boolean reference(JsonNode node, String path, String... kinds) {
        if (!node.has("reference")) {
            return false;
        }
        var text = node.path("reference").asString("");
        var parts = text.split("\\.", 3);
        var found = parts.length == 3
                && parts[0].equals("$components")
                && List.of(kinds).contains(parts[1])
                && notes.root().path("components").path(parts[1]).has(parts[2]);
        fields.known(node, path, REFERENCE);
        if (!found) {
            noComponent(text, parts, kinds[0], path + "/reference");
        }
        return true;
    }

    private void noComponent(String text, String[] parts, String kind, String path) {
        var components = notes.root().path("components");
        var other = parts.length == 3
                && !parts[1].equals(kind)
                && components.path(parts[1]).has(parts[2]);
        var name = parts.length == 3 ? parts[2] : text;
        if (other) {
            notes.error(
                    path,
                    "\"" + text + "\" is one of the " + parts[1] + ", but one of the " + kind + " is needed here.",
                    "Write $components." + kind + ".<name>.");
        } else {
            notes.error(
                    path,
                    "There is no component \"" + text + "\".",
                    "Write $components." + kind + ".<name>. "
                            + Spelling.advice(name, components.path(kind).propertyNames()));
        }
    }

    void criteria(JsonNode owner, String name, String path) {
        if (!owner.has(name) || !fields.list(owner, name, path, name.equals("successCriteria"))) {
            return;
        }
        for (var index = 0; index < owner.path(name).size(); index++) {
            var at = path + "/" + name + "/" + index;
            var criterion = owner.path(name).path(index);
            if (fields.object(criterion, at, "A criterion")) {
                criterion(criterion, at);
            }
        }
    }

    private void criterion(JsonNode criterion, String path) {
        fields.known(criterion, path, CRITERION);
        fields.requiredText(criterion, "condition", path);
        var nested = criterion.path("type").isObject();
        var type = nested ? criterion.path("type") : criterion;
        if (nested) {
            new ExpressionTypes(notes, fields).check(type, path + "/type");
        }
        fields.oneOf(type, "type", nested ? path + "/type" : path, LANGUAGES);
        var language = type.path("type").asString("simple");
        if (!language.equals("simple") && !criterion.has("context")) {
            notes.error(path, "A " + language + " criterion needs a context.", "Add context: $response.body.");
        }
        fields.optionalText(criterion, "context", path);
    }

    void actions(JsonNode owner, String name, String path, boolean failure) {
        if (fields.list(owner, name, path, false)) {
            fields.unique(owner.path(name), "name", path + "/" + name);
            for (var index = 0; index < owner.path(name).size(); index++) {
                action(owner.path(name).path(index), path + "/" + name + "/" + index, failure);
            }
        }
    }

    void action(JsonNode action, String path, boolean failure) {
        var kind = failure ? "failureActions" : "successActions";
        if (!fields.object(action, path, "An action") || reference(action, path, kind)) {
            return;
        }
        fields.known(action, path, failure ? FAILURE : SUCCESS);
        fields.requiredText(action, "name", path);
        fields.requiredText(action, "type", path);
        fields.oneOf(action, "type", path, failure ? Set.of("end", "goto", "retry") : Set.of("end", "goto"));
        fields.number(action, "retryAfter", path, false);
        fields.number(action, "retryLimit", path, true);
        criteria(action, "criteria", path);
        parameters(action, path, false);
        var targets = (action.has("stepId") ? 1 : 0) + (action.has("workflowId") ? 1 : 0);
        var goes = action.path("type").asString("").equals("goto");
        if ((goes && targets != 1) || targets > 1) {
            notes.error(path, "The action must name one place to go to.", "Give either stepId or workflowId.");
        }
    }
}
