package dev.interlock.web.paths;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.Requirement;
import dev.interlock.catalog.Requirements;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requirements and tickets kept elsewhere: where they are, what they cost when not met, which paths serve them. */
@Controller
class RequirementPages {
    private final Requirements requirements;
    private final Paths paths;

    RequirementPages(Requirements requirements, Paths paths) {
        this.requirements = requirements;
        this.paths = paths;
    }

    /** A requirement with the paths that name it. */
    record Row(Requirement requirement, List<IntegrationPath> paths) {}

    /** What the form says. */
    record Form(
            @Nullable String reference,
            @Nullable String url,
            @Nullable String title,
            @Nullable Integer impact) {
        Requirement requirement() {
            return new Requirement(text(reference), text(url), text(title), impact);
        }

        private static String text(@Nullable String value) {
            return Objects.requireNonNullElse(value, "").strip();
        }
    }

    @GetMapping("/p/{project}/requirements")
    @Allow(Role.VIEWER)
    String list(Access access, @RequestParam(defaultValue = "") String reference, Model model) {
        var known = requirements.all(access.project()).stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst();
        var form = known.map(one -> new Form(one.reference(), one.url(), one.title(), one.impact()))
                .orElse(new Form(reference, "", "", null));
        return list(access, form, model);
    }

    @PostMapping("/p/{project}/requirements")
    @Allow(Role.TESTER)
    String put(
            Access access,
            @ModelAttribute("form") Form form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var kept = requirements.put(access.project(), form.requirement(), access.actor());
                    flash.addFlashAttribute("notice", kept.reference() + " was saved.");
                    return "redirect:/p/" + access.projectKey() + "/requirements";
                },
                () -> list(access, form, model));
    }

    @PostMapping("/p/{project}/requirements/delete")
    @Allow(Role.TESTER)
    String delete(Access access, @RequestParam String reference, RedirectAttributes flash) {
        requirements.delete(access.project(), reference, access.actor());
        flash.addFlashAttribute("notice", reference + " was taken away; paths and tests still name it.");
        return "redirect:/p/" + access.projectKey() + "/requirements";
    }

    private String list(Access access, Form form, Model model) {
        var all = paths.all(access.project());
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("form", form);
        model.addAttribute(
                "rows",
                requirements.all(access.project()).stream()
                        .map(one -> new Row(
                                one,
                                all.stream()
                                        .filter(path -> path.requirements().contains(one.reference()))
                                        .toList()))
                        .toList());
        return "paths/requirements";
    }
}
