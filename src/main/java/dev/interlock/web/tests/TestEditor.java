package dev.interlock.web.tests;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.InterfaceRevision;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Keys;
import dev.interlock.platform.Problem;
import dev.interlock.security.Access;
import dev.interlock.testcase.EditedWorkflow;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKind;
import dev.interlock.testcase.WorkflowEditor;
import dev.interlock.web.shell.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of the editor, whose form and YAML are two views of one document. */
@Component
class TestEditor {
    private static final Pattern LINE = Pattern.compile("line (\\d{1,6})");
    private static final Pattern STEP = Pattern.compile("/workflows/(\\d{1,4})/steps/(\\d{1,4})");

    private final TestCases tests;
    private final WorkflowEditor editor;
    private final Interfaces interfaces;
    private final Environments environments;

    TestEditor(TestCases tests, WorkflowEditor editor, Interfaces interfaces, Environments environments) {
        this.tests = tests;
        this.editor = editor;
        this.interfaces = interfaces;
        this.environments = environments;
    }

    /**
     * A message of the editor.
     *
     * @param line line of the document, 0 when it belongs to none
     * @param step step it belongs to, from 0; -1 when it belongs to none
     */
    record Message(Finding finding, int line, int step) {
        static Message of(Finding finding) {
            return new Message(
                    finding, number(LINE.matcher(finding.where()), 1, 0), number(STEP.matcher(finding.where()), 2, -1));
        }

        private static int number(Matcher at, int group, int otherwise) {
            return at.find() ? Integer.parseInt(at.group(group)) : otherwise;
        }
    }

    /** The messages for a document. */
    List<Message> messages(Access access, String text) {
        return tests.lint(access.project(), text).stream().map(Message::of).toList();
    }

    /** The document with what is typed in the fields of the step shown, if one is. */
    String applied(TestForm form, HttpServletRequest request) {
        var step = request.getParameter("step");
        var index = step != null && step.matches("\\d{1,4}") ? Integer.parseInt(step) : 0;
        var text = form.document();
        return StepFields.of(request)
                .map(wanted -> editor.change(text, form.workflowIdOrEmpty(), index, wanted))
                .orElse(text);
    }

    /** The document without the remark of what is to be filled in. */
    String filledIn(String text, String workflowId) {
        return editor.filledIn(text, workflowId);
    }

    /** The page with the document as text. */
    String yaml(Access access, TestForm form, @Nullable TestCase test, Model model) {
        common(access, form, test, model);
        model.addAttribute("view", "yaml");
        if (!model.containsAttribute("messages")) {
            model.addAttribute("messages", List.of());
        }
        return "tests/edit";
    }

    /** The page with the document as steps; a text nobody can read stays in the YAML view with its line. */
    String steps(Access access, TestForm form, @Nullable TestCase test, EditorState state, Model model) {
        EditedWorkflow workflow;
        try {
            workflow = editor.read(state.text(), form.workflowIdOrEmpty());
        } catch (Problem unreadable) {
            model.addAttribute("problem", unreadable);
            model.addAttribute(
                    "messages", unreadable.findings().stream().map(Message::of).toList());
            return yaml(access, form.with(state.text()), test, model);
        }
        var step = Math.min(state.step(), workflow.steps().size() - 1);
        common(access, form.with(state.text()), test, model);
        model.addAttribute("view", "form");
        model.addAttribute("flow", workflow);
        model.addAttribute("at", step);
        model.addAttribute("current", step < 0 ? null : workflow.steps().get(step));
        model.addAttribute("messages", state.text().isBlank() ? List.of() : messages(access, state.text()));
        model.addAttribute("recorded", state.recorded());
        model.addAttribute("tried", state.tried());
        offers(access, state, model);
        return "tests/edit";
    }

    private void offers(Access access, EditorState state, Model model) {
        var services = interfaces.all(access.project()).stream()
                .map(InterfaceRevision::service)
                .map(ServiceKey::value)
                .distinct()
                .sorted()
                .toList();
        var chosen =
                services.contains(state.service()) ? state.service() : services.isEmpty() ? "" : services.getFirst();
        model.addAttribute("services", services);
        model.addAttribute("service", chosen);
        model.addAttribute("operations", operations(access, chosen));
        model.addAttribute("environment", state.environment());
        model.addAttribute(
                "environments",
                environments.all(access.project()).stream()
                        .filter(one -> !one.protectedEnvironment())
                        .map(Environment::key)
                        .toList());
    }

    /** The operations of a service to choose from; none for a text that is no key. */
    List<String> operations(Access access, String service) {
        return Keys.isWellFormed(service)
                ? interfaces.operations(access.project(), new ServiceKey(service)).stream()
                        .map(one -> one.key())
                        .toList()
                : List.of();
    }

    private static void common(Access access, TestForm form, @Nullable TestCase test, Model model) {
        var base = "/p/" + access.projectKey();
        model.addAttribute("access", access);
        model.addAttribute("base", base);
        model.addAttribute("crumbs", List.of(new Crumb("Tests", base + "/tests")));
        model.addAttribute("form", form);
        model.addAttribute("test", test);
        model.addAttribute("kind", form.kindOrWorkflow());
        model.addAttribute("kinds", TestKind.values());
    }
}
