package dev.interlock.arazzo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Runs the workflows that clean up, whatever happened before. Not cancellable, bounded by a time of its own. */
final class Teardown {
    static final Duration TIME = Duration.ofMinutes(1);

    private final RunState state;
    private final ObjectNode values;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param state state of its own, which knows what the main workflow gave
     * @param values inputs of the main workflow and all outputs so far, matched with inputs by name
     */
    Teardown(RunState state, ObjectNode values) {
        this.state = state;
        this.values = values;
    }

    List<String> run(List<String> workflowIds) {
        for (var id : workflowIds) {
            state.document
                    .workflow(id)
                    .ifPresentOrElse(this::run, () -> problems.add("There is no workflow " + id + "."));
        }
        return List.copyOf(problems);
    }

    private void run(Workflow workflow) {
        var inputs = InputValues.of(workflow, values);
        if (!inputs.problems().isEmpty()) {
            skip(workflow, String.join("; ", inputs.problems()));
            return;
        }
        try {
            var activation = new WorkflowActivation(state, state.document, workflow, inputs.values(), origins(), 0);
            var end = activation.run();
            if (!end.passed()) {
                problems.add("The teardown " + workflow.workflowId() + " has not passed: " + end.sentence());
            }
        } catch (Stopped stop) {
            problems.add("The teardown " + workflow.workflowId() + " did not end: " + stop.sentence());
        }
    }

    private Map<String, String> origins() {
        var origins = new HashMap<String, String>();
        values.propertyNames().forEach(name -> origins.put(name, "from the run so far"));
        return origins;
    }

    private void skip(Workflow workflow, String reason) {
        workflow.steps().forEach(step -> state.listener.skipped(state.place(workflow, step, 0), step, reason));
    }
}
