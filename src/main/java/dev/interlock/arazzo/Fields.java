package dev.interlock.arazzo;

import dev.interlock.arazzo.tree.TreeReader;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks of single fields, each telling the place, what is wrong and how to mend it. */
final class Fields {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

    private final Notes notes;

    Fields(Notes notes) {
        this.notes = notes;
    }

    boolean object(JsonNode node, String path, String what) {
        if (!node.isObject()) {
            notes.error(path, what + " must be an object.", "Write its fields below it, each as name: value.");
        }
        return node.isObject();
    }

    void requiredText(JsonNode owner, String name, String path) {
        var node = owner.path(name);
        if (node.isMissingNode() || node.isNull()) {
            notes.error(path, "The field \"" + name + "\" is missing.", "Add " + name + ".");
        } else if (node.isContainer() || node.asString("").isBlank()) {
            notes.error(path + "/" + name, "\"" + name + "\" must be a text that is not empty.", "Give it a text.");
        }
    }

    void optionalText(JsonNode owner, String name, String path) {
        if (owner.path(name).isContainer()) {
            notes.error(path + "/" + name, "\"" + name + "\" must be a text.", "Give it a text.");
        }
    }

    /** A list; elements are there to be looked at. */
    boolean list(JsonNode owner, String name, String path, boolean required) {
        var node = owner.path(name);
        if (node.isMissingNode() && required) {
            notes.error(path, "The field \"" + name + "\" is missing.", "Add " + name + " with at least one entry.");
        } else if (!node.isMissingNode() && !node.isArray()) {
            notes.error(path + "/" + name, "\"" + name + "\" must be a list.", "Start each entry with a dash.");
        } else if (node.isArray() && node.isEmpty() && required) {
            notes.error(path + "/" + name, "\"" + name + "\" is empty.", "Add at least one entry.");
        }
        return node.isArray();
    }

    void texts(JsonNode owner, String name, String path) {
        if (list(owner, name, path, false)) {
            var at = 0;
            for (var each : owner.path(name)) {
                if (!each.isString()) {
                    notes.error(
                            path + "/" + name + "/" + at, "Entries of \"" + name + "\" must be texts.", "Give an id.");
                }
                at++;
            }
        }
    }

    /** A list of ids, none of them twice. */
    void ids(JsonNode owner, String name, String path) {
        texts(owner, name, path);
        var seen = new HashSet<String>();
        var at = 0;
        for (var each : owner.path(name)) {
            if (each.isString() && !seen.add(each.stringValue())) {
                notes.warning(
                        path + "/" + name + "/" + at,
                        "\"" + each.stringValue() + "\" is named twice.",
                        "Remove one of them.");
            }
            at++;
        }
    }

    /** A name that can be used in expressions. */
    void plainName(JsonNode owner, String name, String path) {
        var text = owner.path(name).asString("");
        if (!text.isBlank() && !PLAIN.matcher(text).matches()) {
            notes.warning(
                    path + "/" + name,
                    "The " + name + " \"" + text + "\" cannot be used in expressions.",
                    "Use only letters, digits, _ and -.");
        }
    }

    void number(JsonNode owner, String name, String path, boolean whole) {
        var node = owner.path(name);
        var wrong = !node.isNumber() || node.decimalValue().signum() < 0 || (whole && !node.isIntegralNumber());
        if (!node.isMissingNode() && wrong) {
            notes.error(
                    path + "/" + name,
                    "\"" + name + "\" must be a " + (whole ? "whole " : "") + "number of 0 or more.",
                    "Give a number without quotes.");
        }
    }

    void oneOf(JsonNode owner, String name, String path, Set<String> allowed) {
        var text = owner.path(name).asString("");
        if (owner.has(name) && !allowed.contains(text)) {
            notes.error(
                    path + "/" + name,
                    "\"" + name + "\" is \"" + text + "\".",
                    "Use one of " + String.join(", ", allowed.stream().sorted().toList()) + ".");
        }
    }

    void unique(JsonNode list, String name, String path) {
        var seen = new HashSet<String>();
        var at = 0;
        for (var each : list) {
            var id = each.path(name).asString("");
            if (!id.isEmpty() && !seen.add(id)) {
                notes.error(
                        path + "/" + at + "/" + name, "The " + name + " \"" + id + "\" is used twice.", "Rename one.");
            }
            at++;
        }
    }

    void known(JsonNode owner, String path, Set<String> names) {
        for (var name : owner.propertyNames()) {
            if (!names.contains(name) && !name.startsWith("x-")) {
                notes.warning(
                        TreeReader.child(path, name),
                        "The field \"" + name + "\" is not known here.",
                        Spelling.nearest(name, names)
                                .map(near -> "Did you mean \"" + near + "\"?")
                                .orElse("Check the spelling; fields of your own start with x-."));
            }
        }
    }

    void outputs(JsonNode owner, String path, Pattern keys) {
        var outputs = owner.path("outputs");
        if (!outputs.isMissingNode() && object(outputs, path + "/outputs", "\"outputs\"")) {
            for (var entry : outputs.properties()) {
                var at = TreeReader.child(path + "/outputs", entry.getKey());
                if (!keys.matcher(entry.getKey()).matches()) {
                    notes.error(
                            at, "The name \"" + entry.getKey() + "\" is not allowed.", "Use letters, digits, . _ -");
                }
                if (!entry.getValue().isString() && !entry.getValue().isObject()) {
                    notes.error(at, "An output must be an expression.", "Write for example $response.body#/id.");
                }
            }
        }
    }
}
