package dev.interlock.openapi;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the operation a request path belongs to. */
final class PathMatch {
    private PathMatch() {}

    static Optional<Operation> best(OpenApiDocument document, String method, String requestPath) {
        var query = requestPath.indexOf('?');
        var segments = segments(query < 0 ? requestPath : requestPath.substring(0, query));
        var verb = method.toUpperCase(Locale.ROOT);
        return document.operations().stream()
                .filter(operation -> operation.method().equals(verb))
                .filter(operation -> matches(segments(operation.requestPath()), segments))
                .min(Comparator.comparingInt(operation -> variables(operation.requestPath())));
    }

    private static String[] segments(String path) {
        var trimmed = path.startsWith("/") ? path.substring(1) : path;
        return (trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed).split("/", -1);
    }

    private static boolean matches(String[] template, String[] sent) {
        if (template.length != sent.length) {
            return false;
        }
        for (var index = 0; index < template.length; index++) {
            if (!segmentMatches(template[index], sent[index])) {
                return false;
            }
        }
        return true;
    }

    private static boolean segmentMatches(String template, String sent) {
        var open = template.indexOf('{');
        var close = template.lastIndexOf('}');
        if (open < 0 || close < open) {
            return template.equals(sent);
        }
        var before = template.substring(0, open);
        var after = template.substring(close + 1);
        return sent.length() > before.length() + after.length() && sent.startsWith(before) && sent.endsWith(after);
    }

    private static int variables(String path) {
        return (int) path.chars().filter(letter -> letter == '{').count();
    }
}
