package dev.interlock.testcase;

import java.util.List;

/**
 * What a writer wants a suite to be.
 *
 * @param query filter of {@link TestQuery}, empty for none
 */
public record SuiteDraft(String name, List<TestKey> tests, List<SuiteKey> suites, String query) {}
