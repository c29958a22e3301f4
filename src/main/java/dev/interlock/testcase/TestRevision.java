package dev.interlock.testcase;

import java.time.Instant;

/**
 * One immutable content of a test case.
 *
 * @param number from 1
 * @param by the name of who made it
 */
public record TestRevision(int number, Instant at, String by) {}
