package dev.interlock.execution;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a run; null takes what the plan says, else none.
 *
 * @param budget time box: planned for, and nothing more is sent once it is spent
 * @param workers items carried out at the same time, 1..200
 * @param stopOnFailures the run stops sending after so many items failed or broke, from 1
 */
public record RunLimits(
        @Nullable Duration budget,
        @Nullable Integer workers,
        @Nullable Integer stopOnFailures) {

    /** As the plan says. */
    public static final RunLimits NONE = new RunLimits(null, null, null);
}
