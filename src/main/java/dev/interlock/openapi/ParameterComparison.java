package dev.interlock.openapi;

import dev.interlock.openapi.InterfaceChange.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Compares the parameters of an operation by place and name; path parameters go by their position in the path. */
final class ParameterComparison {
    private static final List<String> WRITING = List.of("allowReserved", "allowEmptyValue");

    private final OpenApiDocument before;
    private final OpenApiDocument after;
    private final ChangeLog log;
    private final SchemaComparison schemas;

    ParameterComparison(OpenApiDocument before, OpenApiDocument after, ChangeLog log, SchemaComparison schemas) {
        this.before = before;
        this.after = after;
        this.log = log;
        this.schemas = schemas;
    }

    void compare(Seat seat, Operation then, Operation now) {
        var renamed = PathTemplates.renamed(then.path(), now.path());
        renamed.forEach((old, fresh) -> seat.asking(log, "path " + old)
                .info(
                        Rule.PATH_PARAMETER_RENAMED,
                        "The path parameter %s is called %s now; its place is the same.".formatted(old, fresh)));
        var earlier = byPlace(then.parameters(), name -> renamed.getOrDefault(name, name));
        var later = byPlace(now.parameters(), UnaryOperator.identity());
        earlier.keySet().stream()
                .filter(place -> !later.containsKey(place))
                .forEach(place -> seat.asking(log, place)
                        .wider(Rule.PARAMETER_REMOVED, "The parameter %s was removed.".formatted(place)));
        later.forEach((place, parameter) -> {
            var known = earlier.get(place);
            var at = seat.asking(log, place);
            if (known == null) {
                added(at, parameter);
            } else {
                both(at, known, parameter);
            }
        });
    }

    private static Map<String, Parameter> byPlace(List<Parameter> parameters, UnaryOperator<String> pathName) {
        var all = new LinkedHashMap<String, Parameter>();
        for (var parameter : parameters) {
            var name = switch (parameter.in()) {
                case "header" -> parameter.name().toLowerCase(Locale.ROOT);
                case "path" -> pathName.apply(parameter.name());
                default -> parameter.name();
            };
            all.put(parameter.in() + " " + name, parameter);
        }
        return all;
    }

    private static void added(ChangeLog.Place at, Parameter parameter) {
        if (parameter.required()) {
            at.narrower(Rule.PARAMETER_ADDED, "The required parameter %s was added.".formatted(at.where()));
        } else {
            at.safe(Rule.PARAMETER_ADDED, "The optional parameter %s was added.".formatted(at.where()));
        }
    }

    private void both(ChangeLog.Place at, Parameter then, Parameter now) {
        if (now.required() && !then.required()) {
            at.narrower(Rule.PARAMETER_REQUIRED, "The parameter %s is required now.".formatted(at.where()));
        } else if (then.required() && !now.required()) {
            at.wider(Rule.PARAMETER_REQUIRED, "The parameter %s is optional now.".formatted(at.where()));
        }
        if (now.deprecated() && !then.deprecated()) {
            at.info(Rule.PARAMETER_DEPRECATED, "The parameter %s is deprecated now.".formatted(at.where()));
        }
        writing(at, then, now);
        schemas.compare(then.schema(), now.schema(), at);
    }

    private void writing(ChangeLog.Place at, Parameter then, Parameter now) {
        var otherStyle = !then.style().equals(now.style()) || then.explode() != now.explode();
        if (!then.mediaType().equals(now.mediaType())
                || (otherStyle && (composed(before, then) || composed(after, now)))) {
            at.breaking(Rule.PARAMETER_STYLE, "The parameter %s is written in another style.".formatted(at.where()));
        }
        for (var key : WRITING) {
            if (flag(before, then, key) != flag(after, now, key)) {
                at.unknown("The parameter %s changed in '%s', which is not judged.".formatted(at.where(), key));
            }
        }
    }

    /** Style only shows in lists and objects. */
    private static boolean composed(OpenApiDocument document, Parameter parameter) {
        return parameter
                .schema()
                .map(schema -> Shape.of(document, schema))
                .filter(shape -> shape.types.isEmpty()
                        ? shape.items != null || !shape.properties.isEmpty()
                        : shape.types.contains("array") || shape.types.contains("object"))
                .isPresent();
    }

    private static boolean flag(OpenApiDocument document, Parameter parameter, String key) {
        return document.at(parameter.pointer() + "/" + key)
                .map(JsonNode::asBoolean)
                .orElse(false);
    }
}
