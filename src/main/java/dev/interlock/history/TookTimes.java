package dev.interlock.history;

import java.time.Duration;

/**
 * How long a test takes when it passes.
 *
 * @param p50 median of the last passes
 * @param p90 nine of ten passes are at most this long
 * @param samples passes looked at, 1..20
 */
public record TookTimes(Duration p50, Duration p90, int samples) {}
