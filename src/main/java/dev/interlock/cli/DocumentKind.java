package dev.interlock.cli;

import java.util.regex.Pattern;

/** What a file holds, told by its first lines without reading it as a whole. */
enum DocumentKind {
    ARAZZO("arazzo"),
    OPENAPI("openapi|swagger"),
    OTHER("(?!)");

    private final Pattern key;

    DocumentKind(String names) {
        key = Pattern.compile("^\\uFEFF?[{\\s]*[\"']?(" + names + ")[\"']?\\s*:", Pattern.MULTILINE);
    }

    /** The kind of this text; keys count at the start of a line, in JSON also right behind the first brace. */
    static DocumentKind of(String text) {
        var arazzo = ARAZZO.firstIn(text);
        var openApi = OPENAPI.firstIn(text);
        if (arazzo < 0 && openApi < 0) {
            return OTHER;
        }
        return openApi < 0 || (arazzo >= 0 && arazzo < openApi) ? ARAZZO : OPENAPI;
    }

    private int firstIn(String text) {
        var matcher = key.matcher(text);
        while (matcher.find()) {
            if (topLevel(text, matcher.start())) {
                return matcher.start();
            }
        }
        return -1;
    }

    /** In YAML a key of the top stands at the start of its line; in JSON it is enough that it comes within the first brace. */
    private static boolean topLevel(String text, int start) {
        var json = text.stripLeading().startsWith("{");
        return json ? depth(text, start) <= 1 : start >= text.length() || !Character.isWhitespace(text.charAt(start));
    }

    private static long depth(String text, int end) {
        var before = text.substring(0, end);
        return before.chars().filter(each -> each == '{').count()
                - before.chars().filter(each -> each == '}').count();
    }
}
