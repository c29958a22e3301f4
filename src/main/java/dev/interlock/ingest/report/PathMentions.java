package dev.interlock.ingest.report;

import dev.interlock.catalog.PathKey;
import dev.interlock.ingest.dialect.ReportedCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the paths a reported case covers because its class, name or labels mention the key. A key of several words is
 * mentioned when its words follow each other, so {@code CheckoutPayTest} mentions checkout-pay; a key of one word only
 * when it stands alone in a label or is marked as in {@code [orders]}, {@code @orders} or {@code path:orders}. Takes time
 * in proportion to the texts, however many paths there are.
 */
final class PathMentions {
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKED = Pattern.compile(
            "\\[([a-z0-9][a-z0-9._-]{0,62})]|(?<=^|[\\s,;()])(?:@|path:)([a-z0-9][a-z0-9._-]{0,62})(?=$|[\\s,;()])");

    private final Map<String, PathKey> keys = new HashMap<>();
    private final Map<String, List<Phrase>> phrases = new HashMap<>();

    /** The words of a key. */
    private record Phrase(PathKey path, List<String> words) {}

    PathMentions(List<PathKey> paths) {
        for (var path : paths) {
            keys.put(path.value(), path);
            var words = words(path.value());
            if (words.size() > 1) {
                phrases.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
                        .add(new Phrase(path, words));
            }
        }
    }

    Set<PathKey> of(ReportedCase reported) {
        var found = new LinkedHashSet<PathKey>();
        if (keys.isEmpty()) {
            return found;
        }
        reported.labels().forEach(label -> {
            add(label, found);
            look(label, found);
        });
        look(reported.identity(), found);
        return found;
    }

    private void look(String text, Set<PathKey> found) {
        var words = words(text);
        for (var at = 0; at < words.size(); at++) {
            for (var phrase : phrases.getOrDefault(words.get(at), List.of())) {
                var end = at + phrase.words().size();
                if (end <= words.size() && words.subList(at, end).equals(phrase.words())) {
                    found.add(phrase.path());
                }
            }
        }
        var marks = MARKED.matcher(text.toLowerCase(Locale.ROOT));
        while (marks.find()) {
            add(marks.group(1) == null ? marks.group(2) : marks.group(1), found);
        }
    }

    private void add(String key, Set<PathKey> found) {
        var path = keys.get(key);
        if (path != null) {
            found.add(path);
        }
    }

    private static List<String> words(String text) {
        var spaced = HUMP.matcher(text).replaceAll("$1 $2").toLowerCase(Locale.ROOT);
        return BETWEEN.splitAsStream(spaced).filter(word -> !word.isEmpty()).toList();
    }
}
