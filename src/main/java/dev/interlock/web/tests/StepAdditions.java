package dev.interlock.web.tests;

import dev.interlock.testcase.EditedStep;
import dev.interlock.testcase.EditedStep.Check;
import dev.interlock.testcase.EditedStep.Output;
import dev.interlock.testcase.TestCaseProblem;
import dev.interlock.testcase.WorkflowEditor;
import java.util.ArrayList;

/** Adds to the step that is shown what a click on a recorded value asks for. */
final class StepAdditions {
    private StepAdditions() {}

    /** The document with one more criterion. */
    static String criterion(WorkflowEditor editor, EditorState state, String workflow, String condition) {
        var step = step(editor, state, workflow);
        var criteria = new ArrayList<>(step.criteria());
        if (criteria.stream().noneMatch(one -> one.condition().equals(condition))) {
            criteria.add(new Check(-1, condition, "", ""));
        }
        return editor.change(state.text(), workflow, state.step(), step.checking(criteria));
    }

    /** The document with one more value kept, under a name that is free. */
    static String output(WorkflowEditor editor, EditorState state, String workflow, String name, String expression) {
        var step = step(editor, state, workflow);
        var outputs = new ArrayList<>(step.outputs());
        var free = name;
        for (var i = 2; taken(step, free); i++) {
            free = name + i;
        }
        outputs.add(new Output(free, expression));
        return editor.change(state.text(), workflow, state.step(), step.keeping(outputs));
    }

    private static boolean taken(EditedStep step, String name) {
        return step.outputs().stream().anyMatch(output -> output.name().equals(name));
    }

    /** The step that is shown. */
    static EditedStep step(WorkflowEditor editor, EditorState state, String workflow) {
        return editor.read(state.text(), workflow).steps().stream()
                .skip(state.step())
                .findFirst()
                .orElseThrow(() -> TestCaseProblem.TEST_CASE_IS_REFUSED.because(
                        "The workflow has no step " + (state.step() + 1) + "."));
    }
}
