package dev.interlock.history;

import dev.interlock.platform.RunId;
import java.time.Instant;

/** A run as problems point to it. */
public record SeenRun(RunId id, long number, Instant startedAt) {}
