package dev.interlock.testcase;

import java.util.List;

/**
 * A named, ordered set or query of test cases.
 *
 * @param tests test cases in order
 * @param suites suites that follow, in order
 * @param query filter whose matches come last, by key; empty for none
 * @param version rises with every change
 */
public record Suite(
        SuiteKey key, String name, List<TestKey> tests, List<SuiteKey> suites, String query, long version) {}
