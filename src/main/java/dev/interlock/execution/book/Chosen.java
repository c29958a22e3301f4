package dev.interlock.execution.book;

import dev.interlock.plan.Selection;
import dev.interlock.testcase.TestKey;
import java.util.List;

/**
 * What planning chose for a run, as stored with it.
 *
 * @param tests in order
 * @param out what was left out
 */
record Chosen(List<ChosenTest> tests, List<OutTest> out, double riskCovered, long expectedMs) {

    /** One test. */
    record ChosenTest(TestKey key, String reason, boolean pinned) {}

    /** One test left out and why. */
    record OutTest(TestKey key, String reason) {}

    static Chosen of(Selection selection) {
        return new Chosen(
                selection.tests().stream()
                        .map(test -> new ChosenTest(test.key(), test.reason(), test.pinned()))
                        .toList(),
                selection.out().stream()
                        .map(out -> new OutTest(out.key(), out.reason()))
                        .toList(),
                selection.riskCovered(),
                selection.expected().toMillis());
    }

    /** Whether a person asked for particular tests; then those are the ones that must run. */
    boolean hasPins() {
        return tests.stream().anyMatch(ChosenTest::pinned);
    }
}
