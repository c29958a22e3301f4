package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Expression;
import dev.interlock.arazzo.expression.Root;
import dev.interlock.arazzo.tree.TreeReader;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds secrets where they would be kept by logs or read by everyone who reads the document. */
final class SecretCheck {
    private static final Pattern NAMED =
            Pattern.compile("passw(or)?d|passphrase|secret|token|api[-_]?key|credential|authorization|private[-_]?key");
    private static final Pattern HARMLESS = Pattern.compile(
            "(page|next|prev|continuation|cursor|sync|csrf)[-_]?token|token[-_]?(type|count|limit|url|endpoint)"
                    + "|(expires|type)[-_]?|grant|max[-_]?tokens");
    private static final Pattern REFERENCE = Pattern.compile("\\{\\$inputs\\.([A-Za-z0-9_-]+)");
    private static final Pattern IN_URL = Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#@]+:[^/?#@]+@.*", Pattern.DOTALL);

    private final Workflow workflow;
    private final Notes notes;

    SecretCheck(Workflow workflow, Notes notes) {
        this.workflow = workflow;
        this.notes = notes;
    }

    /** Secrets in the addresses of the sources. */
    static void sources(ArazzoDocument document, Notes notes) {
        for (var at = 0; at < document.sourceDescriptions().size(); at++) {
            var url = document.sourceDescriptions().get(at).url();
            var query = url.indexOf('?') < 0 ? "" : url.substring(url.indexOf('?') + 1);
            if (IN_URL.matcher(url).matches() || isSecret(query)) {
                notes.warning(
                        "/sourceDescriptions/" + at + "/url",
                        "The address holds a secret, which everyone reads who reads the document.",
                        "Leave it out and give the document to Interlock, or fetch it beforehand.");
            }
        }
    }

    void parameter(StepParameter parameter) {
        var text = parameter.value().asString("");
        var inAddress = parameter.in().startsWith("query") || parameter.in().equals("path");
        if (inAddress && (isSecret(parameter.name()) || fromSecret(text))) {
            notes.warning(
                    parameter.pointer(),
                    "The secret \"" + parameter.name() + "\" is sent in the address, which logs keep.",
                    "Send it in a header if the service allows that.");
        }
        literal(parameter.name(), parameter.value(), parameter.pointer() + "/value");
    }

    void payload(JsonNode value, String path) {
        if (value.isObject()) {
            value.properties().forEach(entry -> {
                var at = TreeReader.child(path, entry.getKey());
                literal(entry.getKey(), entry.getValue(), at);
                payload(entry.getValue(), at);
            });
        } else {
            for (var index = 0; index < value.size(); index++) {
                payload(value.path(index), path + "/" + index);
            }
        }
    }

    private void literal(String name, JsonNode value, String path) {
        var text = value.asString("");
        if (value.isString() && text.length() > 3 && text.indexOf('$') < 0 && isSecret(name)) {
            notes.warning(
                    path,
                    "The secret \"" + name + "\" stands in the document, where everyone reads it.",
                    "Make it an input with format: password and keep its value as a secret of the environment.");
        }
    }

    private static boolean isSecret(String name) {
        var low = name.toLowerCase(Locale.ROOT);
        return NAMED.matcher(low).find() && !HARMLESS.matcher(low).find();
    }

    private boolean fromSecret(String text) {
        var whole = Expression.parse(text)
                .filter(each -> each.root() == Root.INPUTS)
                .filter(each -> isPassword(each.name()));
        return whole.isPresent() || REFERENCE.matcher(text).results().anyMatch(each -> isPassword(each.group(1)));
    }

    private boolean isPassword(String input) {
        return workflow.inputs()
                .path("properties")
                .path(input)
                .path("format")
                .asString("")
                .equals("password");
    }
}
