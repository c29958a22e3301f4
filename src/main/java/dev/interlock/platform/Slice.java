package dev.interlock.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that may be long.
 *
 * @param next cursor of the part that follows, null at the end
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    /** Copies the items. */
    public Slice {
        items = List.copyOf(items);
    }

    /**
     * Cuts rows that were read one beyond the limit.
     *
     * @param rows at most limit + 1 rows
     * @param cursor gives the cursor that continues after a row
     */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Slice<>(rows, null);
        }
        var items = rows.subList(0, limit);
        return new Slice<>(items, cursor.apply(items.getLast()));
    }

    /** The same part with every item turned into something else. */
    public <R> Slice<R> map(Function<T, R> turn) {
        return new Slice<>(items.stream().map(turn).toList(), next);
    }
}
