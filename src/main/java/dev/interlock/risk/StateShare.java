package dev.interlock.risk;

/**
 * The part of a project's risk in one state.
 *
 * @param percent 0..100, one decimal; the four shares of a project add up to 100
 * @param score sum of scores
 * @param paths number of paths
 */
public record StateShare(double percent, double score, int paths) {}
