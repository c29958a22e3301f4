package dev.interlock.web.view;

import org.jspecify.annotations.Nullable;

/**
 * A column header that sorts its table.
 *
 * @param aria "ascending" or "descending" when the table is sorted by it, else null
 * @param css "num" for numbers
 */
public record SortLink(
        String label,
        String href,
        @Nullable String aria,
        @Nullable String css) {}
