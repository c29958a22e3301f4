package dev.interlock.web.tests;

import dev.interlock.history.TestHistory;
import dev.interlock.platform.IfMatch;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestKind;
import dev.interlock.testcase.TestState;
import dev.interlock.web.shell.Crumb;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One test case: what it does, what it covers, how it went; and its editor with messages that lead to lines. */
@Controller
class TestPages {
    private static final int RESULTS = 20;

    private final TestCases tests;
    private final Coverages coverages;
    private final TestHistory history;
    private final TestEditor editor;

    TestPages(TestCases tests, Coverages coverages, TestHistory history, TestEditor editor) {
        this.tests = tests;
        this.coverages = coverages;
        this.history = history;
        this.editor = editor;
    }

    @GetMapping("/p/{project}/tests/{test}")
    @Allow(Role.VIEWER)
    String detail(Access access, @PathVariable("test") String key, Model model) {
        var test = find(access, key);
        common(access, model);
        model.addAttribute("test", test);
        model.addAttribute(
                "workflow", tests.workflowText(access.project(), test.key()).orElse(null));
        model.addAttribute("coverage", coverages.of(access.project(), test.key()));
        model.addAttribute("results", history.last(access.project(), key, RESULTS));
        return "tests/detail";
    }

    @GetMapping("/p/{project}/tests/new")
    @Allow(Role.TESTER)
    String add(
            Access access,
            @RequestParam(required = false) @Nullable TestKind kind,
            @RequestParam(defaultValue = "yaml") String view,
            Model model) {
        var form = TestForm.empty(kind);
        return view.equals("form")
                ? editor.steps(access, form, null, EditorState.of("", 0), model)
                : editor.yaml(access, form, null, model);
    }

    @PostMapping("/p/{project}/tests/new")
    @Allow(Role.TESTER)
    String create(
            Access access,
            TestForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> save(access, new TestKey(form.keyOrProposal()), written(form, request), null, flash),
                () -> editor.yaml(access, form, null, model));
    }

    /** Both views of a test; steps count from 1 in the address. */
    @GetMapping("/p/{project}/tests/{test}/edit")
    @Allow(Role.TESTER)
    String edit(
            Access access,
            @PathVariable("test") String key,
            @RequestParam(defaultValue = "yaml") String view,
            @RequestParam(defaultValue = "1") int step,
            Model model) {
        var test = find(access, key);
        var text = tests.workflowText(access.project(), test.key()).orElse("");
        if (view.equals("form") && test.kind() == TestKind.WORKFLOW) {
            return editor.steps(access, TestForm.of(test, text), test, EditorState.of(text, step - 1), model);
        }
        model.addAttribute(
                "messages", test.findings().stream().map(TestEditor.Message::of).toList());
        return editor.yaml(access, TestForm.of(test, text), test, model);
    }

    @PostMapping("/p/{project}/tests/{test}/edit")
    @Allow(Role.TESTER)
    String change(
            Access access,
            @PathVariable("test") String key,
            TestForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var test = find(access, key);
        return Refusals.attempt(
                model,
                response,
                () -> save(access, test.key(), written(form, request), test, flash),
                () -> editor.yaml(access, form, test, model));
    }

    /** A person has looked at what a draft left open. */
    @PostMapping("/p/{project}/tests/{test}/ready")
    @Allow(Role.TESTER)
    String ready(
            Access access, @PathVariable("test") String key, @RequestParam long version, RedirectAttributes flash) {
        var test = find(access, key);
        var text = tests.workflowText(access.project(), test.key()).orElse("");
        var filled = TestForm.of(test, editor.filledIn(text, test.workflowId()));
        var saved =
                tests.put(access.project(), test.key(), filled.draft(test), IfMatch.version(version), access.actor());
        flash.addFlashAttribute(
                "notice",
                saved.state() == TestState.READY
                        ? saved.name() + " is ready to run."
                        : "It still cannot run; see the findings.");
        return "redirect:/p/" + access.projectKey() + "/tests/" + saved.key();
    }

    /** The messages for a document as it is typed; nothing is kept. */
    @PostMapping("/p/{project}/tests/lint")
    @Allow(Role.TESTER)
    String lint(Access access, @RequestParam(defaultValue = "") String workflow, Model model) {
        model.addAttribute("messages", editor.messages(access, workflow));
        return "tests/edit :: messages";
    }

    @PostMapping("/p/{project}/tests/{test}/delete")
    @Allow(Role.TESTER)
    String delete(
            Access access, @PathVariable("test") String key, @RequestParam long version, RedirectAttributes flash) {
        tests.delete(access.project(), new TestKey(key), IfMatch.version(version), access.actor());
        flash.addFlashAttribute("notice", "The test " + key + " was deleted; its results stay.");
        return "redirect:/p/" + access.projectKey() + "/tests";
    }

    private TestForm written(TestForm form, HttpServletRequest request) {
        return form.kindOrWorkflow() == TestKind.WORKFLOW ? form.with(editor.applied(form, request)) : form;
    }

    private String save(
            Access access, TestKey key, TestForm form, @Nullable TestCase before, RedirectAttributes flash) {
        var match = form.version() == null ? IfMatch.none() : IfMatch.version(form.version());
        var saved = tests.put(access.project(), key, form.draft(before), match, access.actor());
        flash.addFlashAttribute("notice", saved.name() + " was saved as revision " + saved.revision() + ".");
        return "redirect:/p/" + access.projectKey() + "/tests/" + saved.key();
    }

    private static void common(Access access, Model model) {
        var base = "/p/" + access.projectKey();
        model.addAttribute("access", access);
        model.addAttribute("base", base);
        model.addAttribute("crumbs", List.of(new Crumb("Tests", base + "/tests")));
    }

    private TestCase find(Access access, String key) {
        return tests.find(access.project(), new TestKey(key))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no test " + key + "."));
    }
}
