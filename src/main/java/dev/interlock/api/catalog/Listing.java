package dev.interlock.api.catalog;

import dev.interlock.platform.Cursor;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.Slice;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parts of lists that are short enough to be held whole: filtered, sorted by key, cut at the cursor. */
final class Listing<T> {
    private static final int MOST = 200;

    private final String name;
    private final Function<T, String> key;
    private final Function<T, String> text;
    private final Map<String, Function<T, Collection<String>>> fields = new HashMap<>();

    /**
     * A list.
     *
     * @param name what cursors of it are bound to
     * @param key unique, what the list is sorted by
     * @param text what free words are looked for in
     */
    Listing(String name, Function<T, String> key, Function<T, String> text) {
        this.name = name;
        this.key = key;
        this.text = text;
    }

    /** Lets the filter ask for a field. */
    Listing<T> field(String field, Function<T, Collection<String>> values) {
        fields.put(field, values);
        return this;
    }

    Slice<T> part(ProjectId project, List<T> all, String q, @Nullable String after, int limit) {
        var filter = FilterQuery.parse(q, fields.keySet());
        var start = after == null ? "" : Cursor.values(project, name, after).getFirst();
        var most = Math.clamp(limit, 1, MOST);
        var rows = all.stream()
                .filter(item -> key.apply(item).compareTo(start) > 0 && matches(item, filter))
                .sorted(Comparator.comparing(key))
                .limit(most + 1L)
                .toList();
        return Slice.of(rows, most, item -> Cursor.of(project, name, List.of(key.apply(item))));
    }

    private boolean matches(T item, FilterQuery filter) {
        var words = text.apply(item).toLowerCase(Locale.ROOT);
        return filter.words().stream().allMatch(word -> words.contains(word.toLowerCase(Locale.ROOT)))
                && filter.terms().stream().allMatch(term -> holds(item, term) != term.negated());
    }

    private boolean holds(T item, FilterQuery.Term term) {
        return fields.getOrDefault(term.field(), one -> List.of()).apply(item).stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> holds(value, term));
    }

    private static boolean holds(String value, FilterQuery.Term term) {
        return term.values().stream().anyMatch(wanted -> switch (term.operator()) {
            case ">=" -> number(value) >= number(wanted);
            case "<=" -> number(value) <= number(wanted);
            case ">" -> number(value) > number(wanted);
            case "<" -> number(value) < number(wanted);
            default -> value.equals(wanted);
        });
    }

    /** The number a text holds; what is none compares with nothing. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
