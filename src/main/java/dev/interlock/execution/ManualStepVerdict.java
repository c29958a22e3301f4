package dev.interlock.execution;

import dev.interlock.history.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A step of a MANUAL test.
 *
 * @param outcome PASSED, FAILED or SKIPPED; null until a person said
 * @param remark what the person saw
 */
public record ManualStepVerdict(
        String action, String expected, @Nullable Outcome outcome, String remark) {}
