package dev.interlock.openapi;

import dev.interlock.openapi.InterfaceChange.Direction;
import dev.interlock.openapi.InterfaceChange.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Compares two revisions of one operation. */
final class OperationComparison {
    private final ChangeLog log;
    private final SchemaComparison schemas;

    OperationComparison(OpenApiDocument before, OpenApiDocument after, ChangeLog log) {
        this.log = log;
        this.schemas = new SchemaComparison(before, after);
    }

    void compare(Operation then, Operation now) {
        var key = now.key();
        if (now.deprecated() && !then.deprecated()) {
            log.at(key, "", Direction.NEITHER).safe(Rule.OPERATION_DEPRECATED, key + " is deprecated now.");
        }
        parameters(key, then, now);
        body(key, then.requestBody(), now.requestBody());
        responses(key, then, now);
        security(key, then, now);
    }

    private void parameters(String key, Operation then, Operation now) {
        var earlier = byName(then.parameters(), OperationComparison::place);
        var later = byName(now.parameters(), OperationComparison::place);
        earlier.forEach((place, parameter) -> {
            if (!later.containsKey(place)) {
                log.at(key, place, Direction.REQUEST)
                        .safe(
                                Rule.PARAMETER_REMOVED,
                                "The parameter %s was removed; callers may still send it.".formatted(place));
            }
        });
        later.forEach((place, parameter) -> {
            var known = earlier.get(place);
            var at = log.at(key, place, Direction.REQUEST);
            if (known == null) {
                addedParameter(at, parameter);
            } else {
                parameter(at, known, parameter);
            }
        });
    }

    private static void addedParameter(ChangeLog.Place at, Parameter parameter) {
        if (parameter.required()) {
            at.breaking(Rule.PARAMETER_ADDED, "The required parameter %s was added.".formatted(at.where()));
        } else {
            at.safe(Rule.PARAMETER_ADDED, "The optional parameter %s was added.".formatted(at.where()));
        }
    }

    private void parameter(ChangeLog.Place at, Parameter then, Parameter now) {
        required(at, Rule.PARAMETER_REQUIRED, "The parameter " + at.where(), then.required(), now.required());
        if (!then.style().equals(now.style()) || then.explode() != now.explode()) {
            at.breaking(Rule.PARAMETER_STYLE, "The parameter %s is written in another style.".formatted(at.where()));
        }
        schemas.compare(then.schema(), now.schema(), at);
    }

    private static void required(ChangeLog.Place at, Rule rule, String what, boolean then, boolean now) {
        if (now && !then) {
            at.breaking(rule, what + " is required now.");
        } else if (then && !now) {
            at.safe(rule, what + " is optional now.");
        }
    }

    private static String place(Parameter parameter) {
        var name = parameter.in().equals("header") ? parameter.name().toLowerCase(Locale.ROOT) : parameter.name();
        return parameter.in() + " " + name;
    }

    private static <T> Map<String, T> byName(List<T> list, Function<T, String> name) {
        var byName = new LinkedHashMap<String, T>();
        list.forEach(one -> byName.put(name.apply(one), one));
        return byName;
    }

    private void body(String key, Optional<RequestBody> then, Optional<RequestBody> now) {
        var at = log.at(key, "request body", Direction.REQUEST);
        if (then.isPresent() && now.isPresent()) {
            required(
                    at,
                    Rule.BODY_REQUIRED,
                    "The request body",
                    then.get().required(),
                    now.get().required());
            contents(at, then.get().contents(), now.get().contents());
        } else if (then.isPresent()) {
            at.breaking(Rule.BODY_REMOVED, "The request body was removed.");
        } else if (now.isPresent() && now.get().required()) {
            at.breaking(Rule.BODY_ADDED, "A required request body was added.");
        } else if (now.isPresent()) {
            at.safe(Rule.BODY_ADDED, "An optional request body was added.");
        }
    }

    private void contents(ChangeLog.Place at, List<Content> then, List<Content> now) {
        var earlier = byName(then, content -> MediaTypes.essence(content.mediaType()));
        var later = byName(now, content -> MediaTypes.essence(content.mediaType()));
        earlier.forEach((mediaType, content) -> {
            var same = MediaTypes.bestMatch(now, mediaType);
            if (same.isEmpty()) {
                at.breaking(
                        Rule.MEDIA_TYPE_REMOVED,
                        "%s no longer has the media type %s.".formatted(at.where(), mediaType));
            } else {
                schemas.compare(content.schema(), same.get().schema(), at.below(" " + mediaType + " "));
            }
        });
        later.keySet().stream()
                .filter(mediaType -> MediaTypes.bestMatch(then, mediaType).isEmpty())
                .forEach(mediaType -> at.safe(
                        Rule.MEDIA_TYPE_ADDED, "%s may have the media type %s now.".formatted(at.where(), mediaType)));
    }

    private void responses(String key, Operation then, Operation now) {
        var earlier = byName(then.responses(), response -> response.code().toUpperCase(Locale.ROOT));
        var later = byName(now.responses(), response -> response.code().toUpperCase(Locale.ROOT));
        earlier.forEach((code, response) -> {
            var at = log.at(key, code, Direction.RESPONSE);
            var same = later.get(code);
            if (same != null) {
                headers(at, response, same);
                contents(at, response.contents(), same.contents());
            } else if (response.success()) {
                at.breaking(Rule.STATUS_REMOVED, "The status %s of success was removed.".formatted(code));
            } else {
                at.safe(Rule.STATUS_REMOVED, "The status %s was removed.".formatted(code));
            }
        });
        later.keySet().stream()
                .filter(code -> !earlier.containsKey(code))
                .forEach(code -> log.at(key, code, Direction.RESPONSE)
                        .safe(Rule.STATUS_ADDED, "The status %s was added.".formatted(code)));
    }

    private void headers(ChangeLog.Place at, Response then, Response now) {
        var earlier = byName(then.headers(), header -> header.name().toLowerCase(Locale.ROOT));
        var later = byName(now.headers(), header -> header.name().toLowerCase(Locale.ROOT));
        earlier.forEach((name, header) -> {
            var place = at.below(" header " + name);
            var same = later.get(name);
            if (same != null) {
                schemas.compare(header.schema(), same.schema(), place);
            } else if (header.required()) {
                place.breaking(Rule.HEADER_REMOVED, "The header %s that was always sent was removed.".formatted(name));
            } else {
                place.safe(Rule.HEADER_REMOVED, "The optional header %s was removed.".formatted(name));
            }
        });
        later.keySet().stream()
                .filter(name -> !earlier.containsKey(name))
                .forEach(name -> at.below(" header " + name)
                        .safe(Rule.HEADER_ADDED, "The header %s was added.".formatted(name)));
    }

    /** Callers who satisfied one alternative must still satisfy one: each earlier alternative needs a later one within it. */
    private void security(String key, Operation then, Operation now) {
        if (then.security().equals(now.security())) {
            return;
        }
        var at = log.at(key, "security", Direction.REQUEST);
        var earlier = then.security().isEmpty() ? List.of(Map.<String, List<String>>of()) : then.security();
        var later = now.security().isEmpty() ? List.of(Map.<String, List<String>>of()) : now.security();
        var kept = earlier.stream().allMatch(had -> later.stream().anyMatch(needs -> within(needs, had)));
        if (kept) {
            at.safe(Rule.SECURITY_CHANGED, "%s can be called in more ways.".formatted(key));
        } else {
            at.breaking(Rule.SECURITY_CHANGED, "%s asks for other credentials or more scopes.".formatted(key));
        }
    }

    private static boolean within(Map<String, List<String>> needs, Map<String, List<String>> had) {
        return needs.entrySet().stream()
                .allMatch(need -> had.containsKey(need.getKey())
                        && had.getOrDefault(need.getKey(), List.of()).containsAll(need.getValue()));
    }
}
