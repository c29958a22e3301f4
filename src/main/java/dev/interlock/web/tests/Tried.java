package dev.interlock.web.tests;

import dev.interlock.execution.Exchange;
import dev.interlock.execution.ItemDetail;
import dev.interlock.execution.StepRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying a workflow up to a step.
 *
 * @param detail the whole try
 * @param step the last step that was carried out, which is an earlier one when that went wrong; null when none was
 */
record Tried(ItemDetail detail, @Nullable StepRecord step) {
    private static final String MAIN = "MAIN";

    static Tried of(ItemDetail detail) {
        var steps = detail.attempts().isEmpty()
                ? List.<StepRecord>of()
                : detail.attempts().getLast().steps();
        var carried = steps.stream()
                .filter(one -> one.stage().equals(MAIN) && !one.exchanges().isEmpty())
                .toList();
        var shown = carried.isEmpty() ? steps : carried;
        return new Tried(detail, shown.isEmpty() ? null : shown.getLast());
    }

    /** The last request and answer, null when nothing was sent. */
    public @Nullable Exchange exchange() {
        return step == null || step.exchanges().isEmpty()
                ? null
                : step.exchanges().getLast();
    }

    /** The answer to click on, if the step that was meant got one. */
    @Nullable
    Recorded recorded(int index, String stepId) {
        return step != null && step.stepId().equals(stepId) ? Recorded.of(index, exchange()) : null;
    }
}
