package dev.interlock.testcase.suite;

import dev.interlock.testcase.Suite;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestQuery;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What suites come to, each test case once. */
public final class SuiteTree {
    private final Map<SuiteKey, Suite> suites;
    private final List<TestCase> tests;
    private final Set<TestKey> found = new LinkedHashSet<>();
    private final Set<SuiteKey> entered = new HashSet<>();

    /** These suites over these test cases. */
    public SuiteTree(Map<SuiteKey, Suite> suites, List<TestCase> tests) {
        this.suites = suites;
        this.tests = tests;
    }

    /** The test cases of a suite in order: its own, those of its suites, those of its query. */
    public List<TestKey> expand(SuiteKey key) {
        enter(key);
        return List.copyOf(found);
    }

    private void enter(SuiteKey key) {
        var suite = suites.get(key);
        if (suite == null || !entered.add(key)) {
            return;
        }
        found.addAll(suite.tests());
        suite.suites().forEach(this::enter);
        if (!suite.query().isEmpty()) {
            var query = TestQuery.parse(suite.query());
            tests.stream().filter(query::matches).map(TestCase::key).forEach(found::add);
        }
    }
}
