package dev.interlock.arazzo.expression;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses one expression; reads members behind dots and brackets leniently and says so. */
final class ExpressionParser {
    private static final Map<String, Root> ALONE =
            Map.of("$url", Root.URL, "$method", Root.METHOD, "$statusCode", Root.STATUS_CODE, "$self", Root.SELF);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+|\\[[0-9]+])*");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern TAIL = Pattern.compile("([.][A-Za-z0-9_-]+|\\[[0-9]+])+");
    private static final Pattern POINTER = Pattern.compile("(/[^{}]*)?");

    private final String text;

    ExpressionParser(String text) {
        this.text = text;
    }

    Optional<Expression> parse() {
        var alone = ALONE.get(text);
        if (alone != null) {
            return Optional.of(new Expression(alone, "", "", Optional.empty(), false, text));
        }
        var dot = text.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var rest = text.substring(dot + 1);
        return switch (text.substring(0, dot)) {
            case "$request" -> exchange(rest, true);
            case "$response" -> exchange(rest, false);
            case "$message" -> Optional.of(plain(Root.MESSAGE, "", rest));
            case "$inputs" -> named(Root.INPUTS, "", rest);
            case "$outputs" -> named(Root.OUTPUTS, "", rest);
            case "$steps" -> owned(rest, "outputs.", Root.STEP_OUTPUTS);
            case "$workflows" ->
                owned(rest, "outputs.", Root.WORKFLOW_OUTPUTS).or(() -> owned(rest, "inputs.", Root.WORKFLOW_INPUTS));
            case "$sourceDescriptions" -> source(rest);
            case "$components" -> component(rest);
            default -> Optional.empty();
        };
    }

    private Expression plain(Root root, String owner, String name) {
        return new Expression(root, owner, name, Optional.empty(), false, text);
    }

    private Optional<Expression> exchange(String rest, boolean request) {
        if (rest.startsWith("header.") && TOKEN.matcher(rest.substring(7)).matches()) {
            return Optional.of(plain(request ? Root.REQUEST_HEADER : Root.RESPONSE_HEADER, "", rest.substring(7)));
        }
        if (rest.startsWith("query.") && rest.indexOf('{') < 0) {
            return Optional.of(plain(request ? Root.REQUEST_QUERY : Root.RESPONSE_QUERY, "", rest.substring(6)));
        }
        if (rest.startsWith("path.") && rest.indexOf('{') < 0) {
            return Optional.of(plain(request ? Root.REQUEST_PATH : Root.RESPONSE_PATH, "", rest.substring(5)));
        }
        return rest.startsWith("body")
                ? body(request ? Root.REQUEST_BODY : Root.RESPONSE_BODY, rest.substring(4))
                : Optional.empty();
    }

    private Optional<Expression> body(Root root, String rest) {
        var hash = rest.indexOf('#');
        var tail = hash < 0 ? rest : rest.substring(0, hash);
        var pointer = hash < 0 ? Optional.<String>empty() : Optional.of(rest.substring(hash + 1));
        var wellFormed = (tail.isEmpty() || TAIL.matcher(tail).matches())
                && pointer.map(each -> POINTER.matcher(each).matches()).orElse(true);
        return wellFormed
                ? Optional.of(new Expression(root, "", dotted(tail), pointer, !tail.isEmpty(), text))
                : Optional.empty();
    }

    private static String dotted(String name) {
        var flat = name.replace("[", ".").replace("]", "");
        return flat.startsWith(".") ? flat.substring(1) : flat;
    }

    private Optional<Expression> owned(String rest, String kind, Root root) {
        var dot = rest.indexOf('.');
        if (dot < 0 || !ID.matcher(rest.substring(0, dot)).matches() || !rest.startsWith(kind, dot + 1)) {
            return Optional.empty();
        }
        return named(root, rest.substring(0, dot), rest.substring(dot + 1 + kind.length()));
    }

    private Optional<Expression> named(Root root, String owner, String rest) {
        var hash = rest.indexOf('#');
        var name = hash < 0 ? rest : rest.substring(0, hash);
        var pointer = hash < 0 ? Optional.<String>empty() : Optional.of(rest.substring(hash + 1));
        if (!NAME.matcher(name).matches()
                || (pointer.isPresent() && !POINTER.matcher(pointer.get()).matches())) {
            return Optional.empty();
        }
        return Optional.of(new Expression(root, owner, dotted(name), pointer, name.indexOf('[') >= 0, text));
    }

    private Optional<Expression> source(String rest) {
        var dot = rest.indexOf('.');
        return dot > 0 && dot + 1 < rest.length() && rest.indexOf('{') < 0
                ? Optional.of(plain(Root.SOURCE, rest.substring(0, dot), rest.substring(dot + 1)))
                : Optional.empty();
    }

    private Optional<Expression> component(String rest) {
        var dot = rest.indexOf('.');
        return dot > 0 && NAME.matcher(rest.substring(dot + 1)).matches()
                ? Optional.of(plain(Root.COMPONENT, rest.substring(0, dot), rest.substring(dot + 1)))
                : Optional.empty();
    }
}
