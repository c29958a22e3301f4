package dev.interlock.testcase.use;

import dev.interlock.arazzo.Criterion;
import dev.interlock.arazzo.Step;
import dev.interlock.arazzo.StepBody;
import dev.interlock.testcase.use.UsedPlace.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Collects the places of an exchange a step checks, reads or sends. */
final class StepUses {
    private static final Pattern BODY = Pattern.compile("\\$response\\.body(?:#(/[^\\s\"'}=<>!&|)]*))?");
    private static final Pattern HEADER = Pattern.compile("\\$response\\.header\\.([\\w-]+)");
    private static final Pattern JSON_PATH = Pattern.compile("[$@](?:\\.{1,2}[\\w*-]+|\\[[^\\]]*])+");

    private final Set<UsedPlace> places = new LinkedHashSet<>();

    private StepUses() {}

    static Set<UsedPlace> of(Step step) {
        var uses = new StepUses();
        step.successCriteria().forEach(uses::criterion);
        step.onSuccess().forEach(action -> action.criteria().forEach(uses::criterion));
        step.onFailure().forEach(action -> action.criteria().forEach(uses::criterion));
        step.outputs().values().forEach(uses::value);
        step.parameters()
                .forEach(parameter -> uses.places.add(
                        new UsedPlace(Part.PARAMETER, List.of(parameter.name().toLowerCase(Locale.ROOT)))));
        step.requestBody().ifPresent(uses::body);
        return uses.places;
    }

    private void criterion(Criterion criterion) {
        criterion.context().ifPresent(this::text);
        text(criterion.condition());
        if (criterion.type() == Criterion.Type.JSONPATH) {
            jsonPaths(criterion.condition());
        }
    }

    /** An expression, or a selector with a context and a path. */
    private void value(JsonNode value) {
        if (value.isString()) {
            text(value.stringValue());
        } else {
            value.forEach(this::value);
            jsonPaths(value.path("selector").asString(""));
        }
    }

    private void text(String text) {
        BODY.matcher(text).results().forEach(match -> {
            var pointer = match.group(1);
            places.add(new UsedPlace(Part.RESPONSE_BODY, pointer == null ? List.of() : UsedPlace.pointer(pointer)));
        });
        HEADER.matcher(text)
                .results()
                .forEach(match -> places.add(new UsedPlace(
                        Part.RESPONSE_HEADER, List.of(match.group(1).toLowerCase(Locale.ROOT)))));
    }

    /** A filter inside a path starts where the path stands: {@code $.items[?@.id == 1].name}. */
    private void jsonPaths(String text) {
        JSON_PATH.matcher(text).results().forEach(match -> {
            places.add(new UsedPlace(Part.RESPONSE_BODY, UsedPlace.dotted(withoutFilters(match.group()))));
            places.add(new UsedPlace(Part.RESPONSE_BODY, UsedPlace.dotted(match.group())));
        });
    }

    private static String withoutFilters(String path) {
        return path.replaceAll("\\[\\?[^\\]]*]", "");
    }

    private void body(StepBody body) {
        members(body.payload(), List.of());
        body.replacements()
                .forEach(replacement -> places.add(new UsedPlace(
                        Part.REQUEST_BODY,
                        replacement.target().startsWith("/")
                                ? UsedPlace.pointer(replacement.target())
                                : UsedPlace.dotted(replacement.target()))));
    }

    private void members(JsonNode node, List<String> names) {
        if (!node.isMissingNode()) {
            places.add(new UsedPlace(Part.REQUEST_BODY, names));
        }
        if (node.isObject()) {
            node.properties().forEach(member -> {
                var deeper = new ArrayList<>(names);
                deeper.add(member.getKey());
                members(member.getValue(), deeper);
            });
        } else {
            node.forEach(element -> members(element, names));
        }
    }
}
