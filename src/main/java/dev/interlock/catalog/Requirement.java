package dev.interlock.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A requirement or ticket kept elsewhere.
 *
 * @param reference such as {@code PAY-12}; what paths and test cases name
 * @param url where it is kept, http or https, or empty
 * @param title or empty
 * @param impact what it costs when it is not met, 1..5; null when nobody said. A path has at least this impact
 */
public record Requirement(
        String reference,
        String url,
        String title,
        @Nullable Integer impact) {}
