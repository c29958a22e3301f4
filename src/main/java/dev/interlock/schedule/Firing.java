package dev.interlock.schedule;

import dev.interlock.platform.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of news a trigger heard.
 *
 * @param news how many were taken together, at least 1
 * @param cause what happened, in words
 * @param run the run it started, null when it started none
 * @param reason why it started none; empty when it did
 */
public record Firing(
        Instant at, int news, String cause, @Nullable RunId run, String reason) {}
