package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Expression;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Checks selectors and the targets of replacements: their language, and that they are written in it. */
final class QueryCheck {
    private static final Set<String> LANGUAGES = Set.of("jsonpointer", "jsonpath", "xpath");
    private static final Pattern POINTER = Pattern.compile("#?(/([^~/]|~0|~1)*)*");

    private final Notes notes;

    QueryCheck(Notes notes) {
        this.notes = notes;
    }

    /** A selector whose context was looked at already. */
    void selector(JsonNode selector, String path) {
        var type = selector.path("type");
        var language = type.isObject() ? type.path("type").asString("") : type.asString("");
        if (!LANGUAGES.contains(language)) {
            notes.error(
                    path + "/type",
                    "\"" + language + "\" is no language of selectors.",
                    Spelling.advice(language, LANGUAGES));
        }
        query(language, selector.path("selector").asString(""), path + "/selector");
    }

    private void query(String language, String text, String path) {
        if (text.contains("{$")) {
            return;
        }
        if (language.equals("jsonpointer") && !POINTER.matcher(text).matches()) {
            notes.error(path, "\"" + text + "\" is not a JSON pointer.", "Start it with a slash, such as /items/0/id.");
        }
        if (language.equals("jsonpath")) {
            try {
                var _ = JsonPath.parse(text);
            } catch (IllegalArgumentException broken) {
                notes.error(path, String.valueOf(broken.getMessage()), "Correct the JSONPath: " + text);
            }
        }
    }

    void replacements(StepBody body, String path) {
        for (var at = 0; at < body.replacements().size(); at++) {
            var replacement = body.replacements().get(at);
            var place = path + "/" + at + "/target";
            if (!LANGUAGES.contains(replacement.selectorType())) {
                notes.error(
                        path + "/" + at + "/targetSelectorType",
                        "\"" + replacement.selectorType() + "\" is no language of targets.",
                        Spelling.advice(replacement.selectorType(), LANGUAGES));
            } else {
                target(body, replacement, place);
            }
        }
    }

    private void target(StepBody body, StepBody.Replacement replacement, String place) {
        if (replacement.selectorType().equals("jsonpointer") && guessedXPath(body, replacement)) {
            return;
        }
        query(replacement.selectorType(), replacement.target(), place);
        var payload = body.payload();
        if (replacement.selectorType().equals("jsonpointer")
                && payload.isContainer()
                && POINTER.matcher(replacement.target()).matches()) {
            owner(payload, replacement.target(), place);
        }
    }

    /** In a body of XML the default is XPath. */
    private static boolean guessedXPath(StepBody body, StepBody.Replacement replacement) {
        return body.contentType().filter(type -> type.contains("xml")).isPresent()
                && replacement.target().startsWith("/");
    }

    private void owner(JsonNode payload, String target, String place) {
        var pointer = JsonPointer.compile(target.startsWith("#") ? target.substring(1) : target);
        if (pointer.matches() || filled(payload, pointer)) {
            return;
        }
        var owner = payload.at(pointer.head());
        var inList = owner.isArray() && !owner.has(pointer.last().getMatchingIndex());
        if (!owner.isContainer() || inList) {
            notes.error(
                    place, "The payload has no place " + target + ".", "Name a place whose owner is in the payload.");
        }
    }

    /** Whether an expression fills in a part the pointer goes through. */
    private static boolean filled(JsonNode payload, JsonPointer pointer) {
        for (var head = pointer.head(); head != null; head = head.head()) {
            var part = payload.at(head);
            if (part.isString() && Expression.parse(part.stringValue()).isPresent()) {
                return true;
            }
            if (List.of("context", "selector").stream().allMatch(part::has)) {
                return true;
            }
        }
        return false;
    }
}
