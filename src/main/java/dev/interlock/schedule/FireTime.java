package dev.interlock.schedule;

import dev.interlock.platform.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fire time of a schedule in the past.
 *
 * @param run the run it started, null when it was left out
 * @param reason why it was left out, empty otherwise
 */
public record FireTime(Instant at, @Nullable RunId run, String reason) {}
