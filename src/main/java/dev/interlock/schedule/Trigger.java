package dev.interlock.schedule;

import dev.interlock.platform.RunId;
import org.jspecify.annotations.Nullable;

/**
 * Starts a run when something happens.
 *
 * @param lastRun newest run it started, null before the first
 * @param waiting news that wait for the debounce or for a run to end
 */
public record Trigger(
        TriggerKey key, TriggerDraft draft, @Nullable RunId lastRun, int waiting, long version) {}
