package dev.interlock.arazzo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds workflows that call each other in a circle. */
final class RecursionCheck {
    private final ArazzoDocument document;
    private final Notes notes;

    RecursionCheck(ArazzoDocument document, Notes notes) {
        this.document = document;
        this.notes = notes;
    }

    void check() {
        var told = new HashSet<String>();
        for (var workflow : document.workflows()) {
            if (told.contains(workflow.workflowId())) {
                continue;
            }
            var bySteps = circle(workflow, false);
            var circle = bySteps.isPresent() ? bySteps : circle(workflow, true);
            circle.ifPresent(ids -> {
                told.addAll(ids);
                tell(workflow, ids, bySteps.isPresent() && ids.stream().noneMatch(this::branches));
            });
        }
    }

    private void tell(Workflow workflow, List<String> ids, boolean certain) {
        var way = String.join(" → ", ids);
        var problem = ids.size() == 2
                ? "The workflow \"" + workflow.workflowId() + "\" calls itself"
                : "The workflows call each other in a circle: " + way;
        var hint = "Remove one of the calls, or repeat with a retry that has a limit.";
        if (certain) {
            notes.error(workflow.pointer(), problem + ", which never ends.", hint);
        } else {
            notes.warning(workflow.pointer(), problem + "; only a condition or the limit of the run ends it.", hint);
        }
    }

    /** Whether an action may lead out of the circle. */
    private boolean branches(String id) {
        return document.workflow(id).stream()
                .flatMap(workflow -> Stream.concat(
                        Stream.concat(workflow.successActions().stream(), workflow.failureActions().stream()),
                        workflow.steps().stream()
                                .flatMap(step -> Stream.concat(step.onSuccess().stream(), step.onFailure().stream()))))
                .anyMatch(action -> action.type() != StepAction.Type.RETRY);
    }

    /** The shortest way from a workflow back to itself, both ends named. */
    private Optional<List<String>> circle(Workflow start, boolean actions) {
        var before = new HashMap<String, String>();
        var open = new ArrayDeque<>(List.of(start.workflowId()));
        while (!open.isEmpty()) {
            var id = open.pop();
            for (var next : called(id, actions)) {
                if (next.equals(start.workflowId())) {
                    return Optional.of(way(before, start.workflowId(), id));
                }
                if (before.putIfAbsent(next, id) == null) {
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private List<String> called(String id, boolean actions) {
        return document.workflow(id).stream()
                .flatMap(workflow -> actions
                        ? Stream.concat(CallCheck.calledBySteps(workflow), CallCheck.calledByActions(workflow))
                        : CallCheck.calledBySteps(workflow))
                .distinct()
                .toList();
    }

    private static List<String> way(Map<String, String> before, String start, String last) {
        var way = new ArrayList<String>();
        way.add(start);
        for (var id = last; !id.equals(start); id = before.getOrDefault(id, start)) {
            way.add(id);
        }
        way.add(start);
        return way.reversed();
    }
}
