package dev.interlock.history;

import org.jspecify.annotations.Nullable;

/**
 * What a person says about a problem; null leaves a value as it is.
 *
 * @param note at most 2,000 characters
 * @param link an http or https address, "" removes it
 * @param open false closes it, true opens it again
 */
public record ProblemEdit(
        @Nullable Classification classification,
        @Nullable String note,
        @Nullable String link,
        @Nullable Boolean open) {}
