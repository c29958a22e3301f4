package dev.interlock.risk;

import java.time.Instant;

/**
 * The score of a path after an event.
 *
 * @param event what moved it, in words
 */
public record ScorePoint(Instant at, double score, double likelihood, int impact, String event) {}
