package dev.interlock.ingest.report;

import dev.interlock.catalog.PathKey;
import dev.interlock.ingest.PathRule;
import dev.interlock.ingest.dialect.ReportedCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the paths a reported case covers: by rule, or because its class, name or labels mention the key. A key of
 * several words is mentioned when its words follow each other, so {@code CheckoutPayTest} mentions checkout-pay; a key
 * of one word only when it stands alone in a label or is marked as in {@code [orders]}, {@code @orders} or
 * {@code path:orders}.
 */
final class PathMentions {
    private final List<PathRule> rules;
    private final Map<PathKey, String> words = new LinkedHashMap<>();

    PathMentions(List<PathRule> rules, List<PathKey> paths) {
        this.rules = rules;
        paths.forEach(path -> words.put(path, spaced(path.value())));
    }

    Set<PathKey> of(String service, ReportedCase reported) {
        var found = new LinkedHashSet<PathKey>();
        rules.stream()
                .filter(rule -> rule.service().isEmpty() || rule.service().equals(service))
                .filter(rule -> words.containsKey(rule.path()) && fits(rule.pattern(), reported.identity()))
                .forEach(rule -> found.add(rule.path()));
        found.addAll(mentioned(reported));
        return found;
    }

    private Set<PathKey> mentioned(ReportedCase reported) {
        var found = new LinkedHashSet<PathKey>();
        var texts = new ArrayList<>(reported.labels());
        texts.add(reported.identity());
        var spaced = texts.stream().map(PathMentions::spaced).toList();
        words.forEach((path, key) -> {
            var severalWords = key.strip().indexOf(' ') > 0;
            var named = severalWords && spaced.stream().anyMatch(text -> text.contains(key));
            if (named || reported.labels().contains(path.value()) || marked(texts, path.value())) {
                found.add(path);
            }
        });
        return found;
    }

    private static boolean marked(List<String> texts, String key) {
        return texts.stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.contains("[" + key + "]")
                        || Arrays.asList(text.split("[\\s,;()]+")).contains("@" + key)
                        || Arrays.asList(text.split("[\\s,;()]+")).contains("path:" + key));
    }

    /** Words in lower case with one space around each. */
    private static String spaced(String text) {
        var split = text.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return " " + split.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }

    /** Whether a text looks like a pattern; takes time in proportion to both. */
    static boolean fits(String pattern, String text) {
        var parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return text.equals(pattern);
        }
        if (!text.startsWith(parts[0])) {
            return false;
        }
        var at = parts[0].length();
        for (var i = 1; i < parts.length - 1; i++) {
            var found = text.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        var last = parts[parts.length - 1];
        return text.length() - last.length() >= at && text.endsWith(last);
    }
}
