package dev.interlock.risk;

/**
 * How careful a service was so far.
 *
 * @param faults faults put down to its deployments
 * @param expected faults that tests should have found, were it as careful as most
 * @param logOdds what it adds to the hazard of its deployments
 */
public record LearnedCare(String service, double faults, double expected, double logOdds) {}
