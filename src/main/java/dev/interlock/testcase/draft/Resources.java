package dev.interlock.testcase.draft;

import dev.interlock.openapi.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names for people: what a group of operations is about, and what each of them does. */
final class Resources {
    private static final int MOST_NAMED = 3;
    private static final String NEUTRAL = "v?\\d+(\\.\\d+)*|api|rest|public";

    private Resources() {}

    /** What an operation is about: the first word of its path that is neither version nor "api". */
    static String group(Operation operation) {
        return words(operation).stream()
                .filter(word -> !word.matches(NEUTRAL))
                .findFirst()
                .orElse("root");
    }

    /** The whole path in words, without parameters. */
    static String place(Operation operation) {
        var place =
                words(operation).stream().filter(word -> !word.matches(NEUTRAL)).toList();
        return place.isEmpty() ? "root" : String.join("-", place);
    }

    /** "Articles" for articles, "Order lines" for order-lines and orderLines. */
    static String title(String group) {
        var words = plain(group);
        return words.isEmpty() ? "Root" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** "Articles: list, then read one by slug" of the operations in order. */
    static String name(String group, List<Operation> operations) {
        var doings = operations.stream()
                .map(operation -> doing(group, operation))
                .distinct()
                .toList();
        var shown = String.join(", then ", doings.subList(0, Math.min(MOST_NAMED, doings.size())));
        var more = doings.size() > MOST_NAMED ? " and " + (doings.size() - MOST_NAMED) + " more" : "";
        var name = title(group) + ": " + shown + more;
        return name.length() <= 160 ? name : name.substring(0, 159) + "…";
    }

    private static String doing(String about, Operation operation) {
        return switch (operation.method()) {
            case "GET", "HEAD" -> reading(about, operation);
            case "POST" -> posting(operation);
            case "PUT", "PATCH" -> "change " + object(operation);
            case "DELETE" -> "delete " + object(operation);
            default -> operation.method().toLowerCase(Locale.ROOT) + " " + object(operation);
        };
    }

    private static String reading(String about, Operation operation) {
        var last = last(operation);
        if (isParameter(last)) {
            return "read one by " + plain(last.substring(1, last.length() - 1));
        }
        if (operation.requestPath().contains("{")) {
            return "read its " + plain(last);
        }
        if (last.equals(group(operation)) || last.isEmpty()) {
            var doing = last.endsWith("s") ? "list" : "read";
            return last.equals(about) ? doing : doing + " " + plain(last);
        }
        return "read " + plain(last);
    }

    private static String posting(Operation operation) {
        var last = last(operation);
        if (isParameter(last)) {
            return "post one";
        }
        return last.endsWith("s")
                ? last.equals(group(operation)) ? "create one" : "create " + plain(last)
                : plain(last);
    }

    private static String object(Operation operation) {
        var last = last(operation);
        if (isParameter(last)) {
            return "one";
        }
        return last.equals(group(operation)) ? "it" : plain(last);
    }

    private static List<String> words(Operation operation) {
        return segments(operation).stream()
                .filter(segment -> !isParameter(segment))
                .toList();
    }

    private static List<String> segments(Operation operation) {
        return Arrays.stream(operation.requestPath().split("/"))
                .map(segment -> segment.contains("?") ? segment.substring(0, segment.indexOf('?')) : segment)
                .filter(segment -> !segment.isBlank())
                .collect(Collectors.toList());
    }

    private static String last(Operation operation) {
        var segments = segments(operation);
        return segments.isEmpty() ? "" : segments.getLast();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static String plain(String text) {
        return text.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[^A-Za-z0-9]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
