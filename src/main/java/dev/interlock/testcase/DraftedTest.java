package dev.interlock.testcase;

import java.util.List;

/**
 * A test case that was drafted.
 *
 * @param toFillIn what a person has to look at first: made-up values, and what the test would change
 * @param runnable whether it can run as it is
 * @param identityNeeded the names of the security schemes its calls ask for, empty when they ask for none
 * @param existed whether a test case with this key was there already and was left alone
 */
public record DraftedTest(
        TestCase test, List<String> toFillIn, boolean runnable, List<String> identityNeeded, boolean existed) {}
