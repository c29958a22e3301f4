package dev.interlock.web.results;

import dev.interlock.catalog.Paths;
import dev.interlock.catalog.Services;
import dev.interlock.ingest.Renames;
import dev.interlock.ingest.ResultRule;
import dev.interlock.ingest.ResultRules;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKind;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What results made elsewhere are linked to: rules, and tests that changed their names. */
@Controller
class LinkPages {
    private final ResultRules rules;
    private final Renames renames;
    private final Services services;
    private final Paths paths;
    private final TestCases tests;

    LinkPages(ResultRules rules, Renames renames, Services services, Paths paths, TestCases tests) {
        this.rules = rules;
        this.renames = renames;
        this.services = services;
        this.paths = paths;
        this.tests = tests;
    }

    /** A rename somebody types. */
    record NameForm(String name, String former) {}

    @GetMapping("/p/{project}/results/links")
    @Allow(Role.VIEWER)
    String links(Access access, @RequestParam(defaultValue = "") String name, Model model) {
        return page(access, LinkForm.of(name), model);
    }

    @PostMapping("/p/{project}/results/links")
    @Allow(Role.MANAGER)
    String add(Access access, @ModelAttribute("form") LinkForm form, Model model, HttpServletResponse response) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var wanted = new ArrayList<>(rules.all(access.project()));
                    wanted.add(form.rule());
                    rules.replace(access.project(), wanted, access.actor());
                    return back(access);
                },
                () -> page(access, form, model));
    }

    /** Removes the rule at a place of the list, unless another one stands there by now. */
    @PostMapping("/p/{project}/results/links/{at}/remove")
    @Allow(Role.MANAGER)
    String remove(Access access, @PathVariable int at, @RequestParam String pattern) {
        var wanted = new ArrayList<>(rules.all(access.project()));
        if (at >= 0 && at < wanted.size() && wanted.get(at).pattern().equals(pattern)) {
            wanted.remove(at);
            rules.replace(access.project(), wanted, access.actor());
        }
        return back(access);
    }

    @PostMapping("/p/{project}/results/renames")
    @Allow(Role.TESTER)
    String rename(Access access, NameForm names, Model model, HttpServletResponse response) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    renames.add(access.project(), names.name(), names.former(), access.actor());
                    return back(access);
                },
                () -> page(access, LinkForm.of(""), model));
    }

    @PostMapping("/p/{project}/results/renames/{id}")
    @Allow(Role.TESTER)
    String decide(
            Access access,
            @PathVariable long id,
            @RequestParam boolean accepted,
            Model model,
            HttpServletResponse response) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    renames.decide(access.project(), id, accepted, access.actor());
                    return back(access);
                },
                () -> page(access, LinkForm.of(""), model));
    }

    private static String back(Access access) {
        return "redirect:/p/" + access.projectKey() + "/results/links";
    }

    private String page(Access access, LinkForm form, Model model) {
        var project = access.project();
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("form", form);
        model.addAttribute("rules", rules.all(project));
        model.addAttribute("renames", renames.all(project));
        model.addAttribute("services", services.all(project));
        model.addAttribute("paths", paths.all(project));
        model.addAttribute(
                "tests",
                tests.all(project).stream()
                        .filter(test -> test.kind() == TestKind.EXTERNAL)
                        .toList());
        model.addAttribute("subjects", ResultRule.Subject.values());
        return "results/links";
    }
}
