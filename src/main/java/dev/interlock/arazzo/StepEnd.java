package dev.interlock.arazzo;

import java.util.Optional;

/**
 * How one activation of a step ended.
 *
 * @param result its result
 * @param action what the document says to do next, if it says something
 * @param last the last try
 */
record StepEnd(StepResult result, Optional<StepAction> action, Attempted last) {

    boolean passed() {
        return result.verdict() == Verdict.PASSED;
    }

    boolean handled() {
        return action.filter(StepAction::handled).isPresent();
    }
}
