package dev.interlock.plan;

import java.time.Duration;

/**
 * Share of the project's score planned after some time.
 *
 * @param at time from the start, by the clock
 * @param covered percent, 0..100
 */
public record CurvePoint(Duration at, double covered) {}
