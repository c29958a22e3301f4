package dev.interlock.catalog.environment;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** References to variables in addresses, written {@code {name}}. */
final class Variables {
    private static final Pattern REFERENCE = Pattern.compile("\\{([^{}]{1,63})}");

    private Variables() {}

    /** The text with every known variable filled in. */
    static String filled(String text, Map<String, String> variables) {
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        variables.getOrDefault(match.group(1), match.group())));
    }

    static List<String> unknown(String text, Map<String, String> variables) {
        return REFERENCE
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !variables.containsKey(name))
                .toList();
    }
}
