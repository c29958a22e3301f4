package dev.interlock.arazzo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where a step may lead to. */
final class Reach {
    private Reach() {}

    static Set<Integer> next(Workflow workflow, int index) {
        var step = workflow.steps().get(index);
        var next = new HashSet<Integer>();
        var successes = merged(step.onSuccess(), workflow.successActions());
        if (successes.stream().noneMatch(action -> action.criteria().isEmpty())) {
            next.add(index + 1);
        }
        Stream.concat(successes.stream(), merged(step.onFailure(), workflow.failureActions()).stream())
                .flatMap(action -> action.stepId().stream())
                .forEach(id -> next.add(workflow.indexOf(id)));
        return next;
    }

    /** The actions of the step, then those of the workflow with other names. */
    static List<StepAction> merged(List<StepAction> own, List<StepAction> general) {
        return Stream.concat(
                        own.stream(),
                        general.stream()
                                .filter(each -> own.stream()
                                        .noneMatch(mine -> mine.name().equals(each.name()))))
                .toList();
    }
}
