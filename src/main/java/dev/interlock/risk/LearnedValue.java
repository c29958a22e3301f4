package dev.interlock.risk;

/**
 * A value the likelihood is worked out with.
 *
 * @param what the value in words
 * @param share true for a share 0..1, false for log-odds
 * @param start value before anything was learned
 * @param now value with what the project taught
 * @param doubt standard deviation left of log-odds; of a share, the number of cases it was learned from
 */
public record LearnedValue(String what, boolean share, double start, double now, double doubt) {}
