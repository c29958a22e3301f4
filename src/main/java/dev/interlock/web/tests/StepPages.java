package dev.interlock.web.tests;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Trials;
import dev.interlock.platform.Problem;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCaseProblem;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.WorkflowEditor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form view of the editor: every press sends the document along, changes it, and shows it again; nothing is kept. */
@Controller
class StepPages {
    private final TestCases tests;
    private final WorkflowEditor editor;
    private final TestEditor pages;
    private final Trials trials;

    StepPages(TestCases tests, WorkflowEditor editor, TestEditor pages, Trials trials) {
        this.tests = tests;
        this.editor = editor;
        this.pages = pages;
        this.trials = trials;
    }

    /** What the form sends besides the document and the step. */
    record Sent(
            @Nullable String of,
            @Nullable Integer step,
            @Nullable String service,
            @Nullable String operation,
            @Nullable String environment,
            @Nullable String recorded,
            @Nullable Integer recordedStatus,
            @Nullable Integer recordedStep) {

        EditorState state(String text) {
            var answer = recordedStatus == null || recordedStep == null
                    ? null
                    : new Recorded(recordedStep, recordedStatus, recorded == null ? "" : recorded);
            return new EditorState(
                    text,
                    step == null ? 0 : step,
                    service == null ? "" : service,
                    environment == null ? "" : environment,
                    answer,
                    null);
        }
    }

    @PostMapping("/p/{project}/tests/steps")
    @Allow(Role.TESTER)
    String press(
            Access access,
            TestForm form,
            Sent sent,
            @RequestParam(defaultValue = "apply") String action,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        var test = sent.of() == null || sent.of().isBlank()
                ? null
                : tests.find(access.project(), new TestKey(sent.of())).orElse(null);
        var state = sent.state(form.document());
        var pressed = EditorAction.of(action);
        try {
            state = state.text(pages.applied(form, request));
            state = done(access, form, test, sent, state, pressed);
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            response.setStatus(problem.type().kind().status());
        }
        if (pressed.verb().equals("yaml")) {
            model.addAttribute("messages", pages.messages(access, state.text()));
            return pages.yaml(access, form.with(state.text()), test, model);
        }
        return pages.steps(access, form, test, state, model);
    }

    /** The operations of a service, for the list next to it. */
    @GetMapping("/p/{project}/tests/operations")
    @Allow(Role.TESTER)
    String operations(Access access, @RequestParam String service, Model model) {
        model.addAttribute("operations", pages.operations(access, service));
        return "tests/form :: operations";
    }

    private EditorState done(
            Access access, TestForm form, @Nullable TestCase test, Sent sent, EditorState state, EditorAction action) {
        var flow = form.workflowIdOrEmpty();
        var text = state.text();
        var step = state.step();
        return switch (action.verb()) {
            case "open" -> state.step(action.number(step));
            case "up" -> state.text(editor.move(text, flow, step, -1)).step(step - 1);
            case "down" -> state.text(editor.move(text, flow, step, 1)).step(step + 1);
            case "remove" -> state.text(editor.remove(text, flow, step));
            case "add" -> added(access, form, sent, state);
            case "assert" -> state.text(StepAdditions.criterion(editor, state, flow, action.what()));
            case "keep" -> state.text(StepAdditions.output(editor, state, flow, action.name(), action.value()));
            case "try" -> tried(access, form, test, state);
            default -> state;
        };
    }

    private EditorState added(Access access, TestForm form, Sent sent, EditorState state) {
        if (sent.operation() == null || sent.operation().isBlank()) {
            throw TestCaseProblem.TEST_CASE_IS_REFUSED.because("No operation is chosen for the new step.");
        }
        var flow = form.workflowIdOrEmpty();
        var text = editor.add(
                access.project(),
                state.text(),
                flow,
                new ServiceKey(state.service()),
                sent.operation(),
                form.nameOrEmpty());
        return state.text(text).step(editor.read(text, flow).steps().size() - 1);
    }

    private EditorState tried(Access access, TestForm form, @Nullable TestCase test, EditorState state) {
        if (state.environment().isBlank()) {
            throw TestCaseProblem.TEST_CASE_IS_REFUSED.because("No environment is chosen to try the step in.");
        }
        var key = test == null ? new TestKey("unsaved") : test.key();
        var flow = form.workflowIdOrEmpty();
        var content = editor.upTo(access.project(), key, state.text(), flow, state.step());
        var detail = trials.attempt(access.project(), content, new EnvironmentKey(state.environment()), access.actor());
        return state.tried(
                Tried.of(detail), StepAdditions.step(editor, state, flow).stepId());
    }
}
