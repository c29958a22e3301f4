package dev.interlock.history;

import org.jspecify.annotations.Nullable;

/**
 * Why an item failed or broke.
 *
 * @param sentence one plain sentence, already masked
 * @param blame null when no hop can be named
 * @param step name of the failing step, "" when it is not known
 */
public record Failure(
        String sentence, CauseClass cause, @Nullable Blame blame, String step) {}
