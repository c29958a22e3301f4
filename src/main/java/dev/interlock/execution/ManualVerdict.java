package dev.interlock.execution;

import dev.interlock.history.Outcome;
import java.util.List;

/**
 * What a person found.
 *
 * @param outcome PASSED, FAILED, BLOCKED or SKIPPED
 * @param steps outcome and remark of the steps, in order; may be empty
 * @param note at most 4,000 characters
 */
public record ManualVerdict(Outcome outcome, List<StepVerdict> steps, String note) {

    /** Copies the list. */
    public ManualVerdict {
        steps = List.copyOf(steps);
    }

    /** One step. */
    public record StepVerdict(Outcome outcome, String remark) {}
}
