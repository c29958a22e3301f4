package dev.interlock.risk;

/**
 * A cell of the risk matrix.
 *
 * @param level 1..5, by likelihood
 * @param impact 1..5
 * @param score sum of the scores of its paths
 */
public record MatrixCell(int level, int impact, int paths, double score) {}
