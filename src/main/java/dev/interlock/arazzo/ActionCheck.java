package dev.interlock.arazzo;

import java.time.Duration;
import java.util.List;

/** Checks where actions lead, whether they are ever taken and whether they end. */
final class ActionCheck {
    private static final int MANY_RETRIES = 1_000;
    private static final Duration LONG = Duration.ofHours(1);

    private final Workflow workflow;
    private final Notes notes;

    ActionCheck(Workflow workflow, Notes notes) {
        this.workflow = workflow;
        this.notes = notes;
    }

    void general() {
        list(workflow.successActions(), workflow.steps().size());
        list(workflow.failureActions(), workflow.steps().size());
    }

    void step(Step step, int index) {
        list(step.onSuccess(), index);
        list(step.onFailure(), index);
        bothLevels(step.onSuccess(), workflow.successActions(), step, "onSuccess");
        bothLevels(step.onFailure(), workflow.failureActions(), step, "onFailure");
    }

    private void list(List<StepAction> actions, int index) {
        actions.forEach(action -> action(action, index));
        for (var at = 0; at + 1 < actions.size(); at++) {
            var action = actions.get(at);
            if (action.criteria().isEmpty() && action.type() != StepAction.Type.RETRY) {
                notes.warning(
                        actions.get(at + 1).pointer(),
                        "The action \"" + actions.get(at + 1).name() + "\" is never taken, because \"" + action.name()
                                + "\" in front of it has no criteria.",
                        "Give the one in front criteria, or change the order.");
                return;
            }
        }
    }

    private void action(StepAction action, int index) {
        if (action.stepId().isPresent() && workflow.indexOf(action.stepId().get()) < 0) {
            notes.error(
                    action.pointer() + "/stepId",
                    "There is no step \"" + action.stepId().get() + "\" in this workflow.",
                    Spelling.advice(
                            action.stepId().get(),
                            workflow.steps().stream().map(Step::stepId).toList()));
        }
        if (action.type() == StepAction.Type.RETRY) {
            retry(action);
        } else {
            endless(action, index);
        }
    }

    private void retry(StepAction action) {
        if (action.retryLimit() > MANY_RETRIES) {
            notes.warning(
                    action.pointer() + "/retryLimit",
                    "The step may be tried " + action.retryLimit() + " times.",
                    "Lower retryLimit, or lengthen retryAfter.");
        } else if (action.retryLimit() == 0) {
            notes.warning(action.pointer() + "/retryLimit", "The retry never happens.", "Give retryLimit 1 or more.");
        } else if (action.retryAfter().multipliedBy(action.retryLimit()).compareTo(LONG) > 0) {
            notes.warning(
                    action.pointer() + "/retryAfter",
                    "The step may wait for longer than an hour in all.",
                    "Lower retryLimit or retryAfter.");
        }
        if (action.stepId().isPresent() && leadsTo(action)) {
            notes.warning(
                    action.pointer() + "/stepId",
                    "The step that runs before the retry is the one that is retried.",
                    "Name another step, or leave stepId out.");
        }
    }

    private boolean leadsTo(StepAction action) {
        return workflow.step(action.stepId().orElse(""))
                .filter(step -> action.pointer().startsWith(step.pointer() + "/"))
                .isPresent();
    }

    private void endless(StepAction action, int index) {
        var back = action.stepId()
                .map(workflow::indexOf)
                .filter(at -> at >= 0 && at <= index)
                .isPresent();
        if (action.type() == StepAction.Type.GOTO && back && action.criteria().isEmpty()) {
            notes.warning(
                    action.pointer(),
                    "The action always goes back, so the steps repeat until the limit of the run.",
                    "Add criteria that end the loop, or use retry.");
        }
    }

    private void bothLevels(List<StepAction> own, List<StepAction> general, Step step, String name) {
        if (!own.isEmpty() && !general.isEmpty()) {
            notes.info(
                    step.pointer() + "/" + name,
                    "The actions of the workflow come after these, those with the same name left out; other tools may"
                            + " ignore them.",
                    "Repeat them in the step where that matters.");
        }
    }
}
