package dev.interlock.web.shell;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is whole in memory.
 *
 * @param items at most 50
 * @param first address of the first page when this is another one
 * @param next address of the next page, null at the end
 * @param total rows of the whole list
 */
public record Rows<T>(
        List<T> items, @Nullable String first, @Nullable String next, int total) {
    private static final int SIZE = 50;

    /** The page after the row with this key; from the start when there is none. */
    public static <T> Rows<T> page(List<T> all, @Nullable String after, Function<T, String> key, ListAddress address) {
        var start = after == null
                ? 0
                : 1
                        + IntStream.range(0, all.size())
                                .filter(i -> key.apply(all.get(i)).equals(after))
                                .findFirst()
                                .orElse(-1);
        var end = Math.min(all.size(), start + SIZE);
        var next = end < all.size() ? address.after(key.apply(all.get(end - 1))) : null;
        return new Rows<>(all.subList(start, end), start == 0 ? null : address.first(), next, all.size());
    }
}
