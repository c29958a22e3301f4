package dev.interlock.catalog;

/**
 * A path worth modelling.
 *
 * @param why one sentence: what makes it matter
 * @param weight how risky its structure is, 0 or more; proposals come heaviest first
 */
public record PathProposal(PathDraft draft, String why, double weight) {}
