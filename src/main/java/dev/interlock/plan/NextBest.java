package dev.interlock.plan;

import dev.interlock.testcase.TestKey;
import java.time.Duration;

/**
 * What more time would bring.
 *
 * @param test the test that would come next
 * @param more time it needs beyond the budget
 * @param gain share of the score it adds, in percentage points
 * @param text the same in words
 */
public record NextBest(TestKey test, Duration more, double gain, String text) {}
