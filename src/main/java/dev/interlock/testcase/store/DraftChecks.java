package dev.interlock.testcase.store;

import dev.interlock.platform.Keys;
import dev.interlock.testcase.ManualStep;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCaseDraft;
import dev.interlock.testcase.TestCaseProblem;
import dev.interlock.testcase.TestKind;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a draft has to hold before it is looked at any further. */
final class DraftChecks {
    private static final int MOST_STEPS = 200;
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_ROW = 64 << 10;

    private final Faults faults = new Faults();

    private DraftChecks() {}

    /** Refuses a draft with all its faults. */
    static void refuseUnlessSound(TestCaseDraft draft, Optional<TestCase> present, Collection<?> paths) {
        var checks = new DraftChecks();
        checks.labels(draft, paths);
        checks.kind(draft, present);
        checks.steps(draft);
        checks.rows(draft);
        checks.faults.refuse(TestCaseProblem.TEST_CASE_IS_REFUSED, "test case");
    }

    private void labels(TestCaseDraft draft, Collection<?> paths) {
        faults.require(!draft.name().isBlank(), "name", "It is empty.", "Say what the test case shows.")
                .text("name", draft.name(), 200)
                .texts("tags", draft.tags(), 50, 60)
                .text("owner", draft.owner(), 120)
                .require(
                        draft.team().isEmpty() || Keys.isWellFormed(draft.team()),
                        "team",
                        "\"" + draft.team() + "\" is no key.",
                        "Use the key of a team.")
                .texts("requirements", draft.requirements(), 50, 500);
        if (draft.covers() != null) {
            faults.known("covers", "paths", draft.covers(), paths);
        }
    }

    private void kind(TestCaseDraft draft, Optional<TestCase> present) {
        present.ifPresent(test -> faults.require(
                test.kind() == draft.kind(),
                "kind",
                "The test case is " + test.kind() + " and stays so.",
                "Create another one for " + draft.kind() + "."));
        var hasWorkflow = draft.workflow() != null && !draft.workflow().isBlank();
        if (draft.kind() == TestKind.WORKFLOW) {
            faults.require(
                    hasWorkflow || (draft.workflow() == null && present.isPresent()),
                    "workflow",
                    "It is missing.",
                    "Send an Arazzo document.");
        } else {
            faults.require(!hasWorkflow, "workflow", "A " + draft.kind() + " case has none.", "Leave it out.");
        }
    }

    private void steps(TestCaseDraft draft) {
        faults.require(
                draft.kind() == TestKind.MANUAL || draft.steps().isEmpty(),
                "steps",
                "Only MANUAL cases have steps of their own.",
                "Leave them out.");
        faults.require(
                draft.steps().size() <= MOST_STEPS,
                "steps",
                "There are " + draft.steps().size() + " steps.",
                "Use at most " + MOST_STEPS + ".");
        for (var i = 0; i < Math.min(MOST_STEPS, draft.steps().size()); i++) {
            step("steps[" + i + "]", draft.steps().get(i));
        }
    }

    private void step(String where, ManualStep step) {
        faults.require(!step.action().isBlank(), where, "It says nothing to do.", "Say what the person does.")
                .text(where, step.action(), 4_000)
                .text(where, step.expected(), 4_000);
    }

    private void rows(TestCaseDraft draft) {
        faults.require(
                draft.rows().size() <= MOST_ROWS,
                "data",
                "There are " + draft.rows().size() + " rows.",
                "Use at most " + MOST_ROWS + ".");
        for (var i = 0; i < Math.min(MOST_ROWS, draft.rows().size()); i++) {
            row("data[" + i + "]", draft.rows().get(i));
        }
    }

    private void row(String where, Map<String, @Nullable Object> row) {
        faults.require(
                        row.size() <= MOST_COLUMNS,
                        where,
                        "It has " + row.size() + " values.",
                        "Use at most " + MOST_COLUMNS + ".")
                .require(
                        Json.write(row).length() <= LONGEST_ROW,
                        where,
                        "It is longer than 64 KiB.",
                        "Keep large values out of data rows.");
    }
}
