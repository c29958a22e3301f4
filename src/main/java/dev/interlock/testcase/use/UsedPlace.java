package dev.interlock.testcase.use;

import dev.interlock.openapi.InterfaceChange;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A place of an operation, reduced to what a workflow can name.
 *
 * @param part what of the exchange it is in
 * @param names names of the members from the top of the body, or the name of the parameter or header; positions in lists
 *     and alternatives are left out
 */
record UsedPlace(Part part, List<String> names) {
    private static final Pattern ALTERNATIVE = Pattern.compile("\\([^()]*\\)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$-]*");

    /** Parts of an exchange. */
    enum Part {
        PARAMETER,
        REQUEST_BODY,
        RESPONSE_HEADER,
        RESPONSE_BODY,
        OTHER
    }

    UsedPlace {
        names = List.copyOf(names);
    }

    /** The place of a change such as {@code 200 application/json /items/0/id} or {@code query limit}. */
    static UsedPlace of(InterfaceChange change) {
        var where = ALTERNATIVE.matcher(change.where()).replaceAll("");
        var words = where.strip().split(" ", 3);
        var first = words[0];
        if (List.of("query", "path", "header", "cookie", "querystring").contains(first) && words.length > 1) {
            return new UsedPlace(Part.PARAMETER, List.of(words[1].split("/")[0].toLowerCase(Locale.ROOT)));
        }
        if (where.startsWith("request body")) {
            return new UsedPlace(Part.REQUEST_BODY, members(where.substring("request body".length())));
        }
        if (first.matches("[1-5][0-9Xx]{2}|DEFAULT|default")) {
            return words.length > 2 && words[1].equals("header")
                    ? new UsedPlace(Part.RESPONSE_HEADER, List.of(words[2].toLowerCase(Locale.ROOT)))
                    : new UsedPlace(Part.RESPONSE_BODY, members(where.substring(first.length())));
        }
        return new UsedPlace(Part.OTHER, List.of());
    }

    /** The part after the media type: {@code  application/json /items/0/id}. */
    private static List<String> members(String text) {
        var start = text.indexOf(" /");
        return start < 0 ? List.of() : pointer(text.substring(start + 1));
    }

    static List<String> pointer(String pointer) {
        return Arrays.stream(pointer.split("/"))
                .filter(name -> !name.isEmpty() && !name.equals("*") && !name.equals("{any}") && !name.matches("\\d+"))
                .toList();
    }

    /** The names of a JSONPath or of dots: {@code $.items[0].id}. */
    static List<String> dotted(String path) {
        return NAME.matcher(path)
                .results()
                .map(match -> match.group())
                .filter(name -> !name.equals("$"))
                .toList();
    }

    /** Whether what is used lies at or below this place, so that the change is seen there. */
    boolean seenBy(UsedPlace used) {
        if (part != used.part) {
            return false;
        }
        if (part == Part.PARAMETER || part == Part.RESPONSE_HEADER) {
            return names.equals(used.names);
        }
        return used.names.size() >= names.size()
                && used.names.subList(0, names.size()).equals(names);
    }
}
