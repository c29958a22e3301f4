package dev.interlock.web.paths;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.platform.IfMatch;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts paths together by choosing services in order, takes proposals over, changes and deletes paths. */
@Controller
class NewPathPages {
    private static final int PROPOSALS = 30;

    private final Paths paths;
    private final PathEditing editing;

    NewPathPages(Paths paths, PathEditing editing) {
        this.paths = paths;
        this.editing = editing;
    }

    /** The services chosen so far stand in the address, so that Back takes one away again. */
    @GetMapping("/p/{project}/paths/new")
    @Allow(Role.MANAGER)
    String build(Access access, PathForm form, Model model) {
        return form(access, form, null, model);
    }

    @PostMapping("/p/{project}/paths/new")
    @Allow(Role.MANAGER)
    String create(Access access, PathForm form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var path = paths.put(access.project(), form.draft(), IfMatch.none(), access.actor());
                    flash.addFlashAttribute("notice", "The path " + path.name() + " was added.");
                    return "redirect:/p/" + access.projectKey() + "/paths/" + path.key();
                },
                () -> form(access, form, null, model));
    }

    @GetMapping("/p/{project}/paths/{path}/edit")
    @Allow(Role.MANAGER)
    String edit(Access access, @PathVariable("path") String key, Model model) {
        var path = find(access, key);
        return form(access, PathForm.of(path), path, model);
    }

    @PostMapping("/p/{project}/paths/{path}/edit")
    @Allow(Role.MANAGER)
    String change(
            Access access,
            @PathVariable("path") String key,
            PathForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var path = find(access, key);
        return Refusals.attempt(
                model,
                response,
                () -> {
                    paths.put(access.project(), form.draft(path), match(form), access.actor());
                    flash.addFlashAttribute("notice", "The path was saved.");
                    return "redirect:/p/" + access.projectKey() + "/paths/" + path.key();
                },
                () -> form(access, form, path, model));
    }

    @PostMapping("/p/{project}/paths/{path}/delete")
    @Allow(Role.MANAGER)
    String delete(
            Access access, @PathVariable("path") String key, @RequestParam long version, RedirectAttributes flash) {
        paths.delete(access.project(), PathKey.of(key), IfMatch.version(version), access.actor());
        flash.addFlashAttribute("notice", "The path " + key + " was deleted.");
        return "redirect:/p/" + access.projectKey() + "/paths";
    }

    @GetMapping("/p/{project}/paths/proposals")
    @Allow(Role.VIEWER)
    String proposals(Access access, Model model) {
        return proposed(access, null, model);
    }

    /** A proposal that is not what its reader saw is not added, and neither are the others chosen with it. */
    @PostMapping("/p/{project}/paths/proposals")
    @Allow(Role.MANAGER)
    String accept(
            Access access,
            @RequestParam(required = false) @Nullable List<String> take,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var wanted = take == null ? List.<String>of() : take;
        return Refusals.attempt(
                model, response, () -> add(access, wanted, flash), () -> proposed(access, wanted, model));
    }

    private String add(Access access, List<String> wanted, RedirectAttributes flash) {
        var now = proposals(access);
        var marks = now.stream().map(Proposed::mark).collect(Collectors.toSet());
        var changed = wanted.stream().filter(mark -> !marks.contains(mark)).toList();
        if (!changed.isEmpty()) {
            throw CatalogProblem.PROPOSALS_CHANGED.because(Proposed.words(changed));
        }
        var taken = now.stream()
                .filter(one -> wanted.contains(one.mark()))
                .map(one -> paths.put(access.project(), one.draft(), IfMatch.none(), access.actor()))
                .toList();
        flash.addFlashAttribute(
                "notice", taken.size() == 1 ? "1 path was added." : taken.size() + " paths were added.");
        return "redirect:/p/" + access.projectKey() + (taken.isEmpty() ? "/paths/proposals" : "/paths");
    }

    private String proposed(Access access, @Nullable List<String> ticked, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("proposals", proposals(access));
        model.addAttribute("ticked", ticked);
        return "paths/proposals";
    }

    private List<Proposed> proposals(Access access) {
        return paths.propose(access.project(), PROPOSALS).stream()
                .map(Proposed::new)
                .toList();
    }

    private String form(Access access, PathForm form, @Nullable IntegrationPath path, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("form", form);
        model.addAttribute("path", path);
        model.addAttribute("chosen", form.chosen());
        model.addAttribute("choices", editing.choices(access.project(), form.chosen()));
        model.addAttribute(
                "base", "/p/" + access.projectKey() + "/paths/" + (path == null ? "new" : path.key() + "/edit"));
        return "paths/edit";
    }

    private IntegrationPath find(Access access, String key) {
        return paths.find(access.project(), PathKey.of(key))
                .orElseThrow(() -> CatalogProblem.PATH_IS_UNKNOWN.because("There is no path \"" + key + "\"."));
    }

    private static IfMatch match(PathForm form) {
        return form.version() == null ? IfMatch.none() : IfMatch.version(form.version());
    }
}
