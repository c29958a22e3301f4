package dev.interlock.plan;

import java.time.Duration;

/**
 * What a longer time box would bring on top of the plan.
 *
 * @param more time beyond the budget
 * @param tests tests it adds
 * @param gain share of the score it adds, in percentage points
 */
public record MoreTime(Duration more, int tests, double gain) {}
