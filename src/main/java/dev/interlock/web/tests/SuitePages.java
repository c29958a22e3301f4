package dev.interlock.web.tests;

import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Keys;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.testcase.Suite;
import dev.interlock.testcase.SuiteDraft;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.Suites;
import dev.interlock.testcase.TestKey;
import dev.interlock.web.shell.ListAddress;
import dev.interlock.web.shell.Refusals;
import dev.interlock.web.shell.Rows;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** Suites: named, ordered sets of test cases, of other suites, and of what a query finds. */
@Controller
class SuitePages {
    private final Suites suites;

    SuitePages(Suites suites) {
        this.suites = suites;
    }

    /** What the form of a suite says; tests and suites are keys, one a line. */
    record SuiteForm(
            @Nullable String key,
            @Nullable String name,
            @Nullable String tests,
            @Nullable String suites,
            @Nullable String query,
            @Nullable Long version) {

        static SuiteForm of(Suite suite) {
            return new SuiteForm(
                    suite.key().value(),
                    suite.name(),
                    suite.tests().stream().map(TestKey::value).collect(Collectors.joining("\n")),
                    suite.suites().stream().map(SuiteKey::value).collect(Collectors.joining("\n")),
                    suite.query(),
                    suite.version());
        }

        SuiteDraft draft() {
            return new SuiteDraft(
                    Objects.requireNonNullElse(name, "").strip(),
                    keys(tests, TestKey::new),
                    keys(suites, SuiteKey::new),
                    Objects.requireNonNullElse(query, "").strip());
        }

        SuiteKey keyOrProposal() {
            var text = key == null || key.isBlank() ? Keys.propose(Objects.requireNonNullElse(name, "")) : key.strip();
            return new SuiteKey(text);
        }

        private static <T> List<T> keys(@Nullable String text, Function<String, T> make) {
            return Arrays.stream(Objects.requireNonNullElse(text, "").split("[\\s,]+"))
                    .filter(word -> !word.isEmpty())
                    .map(make)
                    .toList();
        }
    }

    @GetMapping("/p/{project}/suites")
    @Allow(Role.VIEWER)
    String list(Access access, @RequestParam(required = false) @Nullable String after, Model model) {
        common(access, model);
        var address = ListAddress.of("/p/" + access.projectKey() + "/suites", null, null, "");
        var all = suites.all(access.project());
        model.addAttribute("suites", Rows.page(all, after, suite -> suite.key().value(), address));
        return "tests/suites";
    }

    @GetMapping("/p/{project}/suites/new")
    @Allow(Role.TESTER)
    String add(Access access, Model model) {
        return edit(access, new SuiteForm("", "", "", "", "", null), null, model);
    }

    @PostMapping("/p/{project}/suites/new")
    @Allow(Role.TESTER)
    String create(Access access, SuiteForm form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> save(access, form.keyOrProposal(), form, IfMatch.none(), flash),
                () -> edit(access, form, null, model));
    }

    @GetMapping("/p/{project}/suites/{suite}")
    @Allow(Role.VIEWER)
    String suite(Access access, @PathVariable("suite") String key, Model model) {
        var suite = find(access, key);
        return edit(access, SuiteForm.of(suite), suite, model);
    }

    @PostMapping("/p/{project}/suites/{suite}")
    @Allow(Role.TESTER)
    String change(
            Access access,
            @PathVariable("suite") String key,
            SuiteForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var suite = find(access, key);
        var match = form.version() == null ? IfMatch.none() : IfMatch.version(form.version());
        return Refusals.attempt(
                model,
                response,
                () -> save(access, suite.key(), form, match, flash),
                () -> edit(access, form, suite, model));
    }

    @PostMapping("/p/{project}/suites/{suite}/delete")
    @Allow(Role.TESTER)
    String delete(
            Access access, @PathVariable("suite") String key, @RequestParam long version, RedirectAttributes flash) {
        suites.delete(access.project(), new SuiteKey(key), IfMatch.version(version), access.actor());
        flash.addFlashAttribute("notice", "The suite " + key + " was deleted; its tests stay.");
        return "redirect:/p/" + access.projectKey() + "/suites";
    }

    private String save(Access access, SuiteKey key, SuiteForm form, IfMatch match, RedirectAttributes flash) {
        var saved = suites.put(access.project(), key, form.draft(), match, access.actor());
        flash.addFlashAttribute("notice", saved.name() + " was saved.");
        return "redirect:/p/" + access.projectKey() + "/suites/" + saved.key();
    }

    private String edit(Access access, SuiteForm form, @Nullable Suite suite, Model model) {
        common(access, model);
        model.addAttribute("form", form);
        model.addAttribute("suite", suite);
        model.addAttribute("expanded", suite == null ? List.of() : suites.expand(access.project(), suite.key()));
        return "tests/suite";
    }

    private static void common(Access access, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
    }

    private Suite find(Access access, String key) {
        return suites.find(access.project(), new SuiteKey(key))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no suite " + key + "."));
    }
}
