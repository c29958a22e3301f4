package dev.interlock.execution.verdict;

import dev.interlock.plan.GateVerdict;

/**
 * What a run amounts to.
 *
 * @param riskCovered share of the project's score that passed in the run, 0..100
 * @param riskLeft share of the project's score that is not verified, 0..100
 */
public record Assessment(GateVerdict gate, double riskCovered, double riskLeft) {}
