package dev.interlock.web.admin;

import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Keys;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.AllowInstanceAdmin;
import dev.interlock.security.AllowSignedIn;
import dev.interlock.security.Projects;
import dev.interlock.security.Role;
import dev.interlock.security.SecurityProblem;
import dev.interlock.security.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Projects: choosing, making, renaming and deleting one. */
@Controller
class ProjectPages {
    private final Projects projects;

    ProjectPages(Projects projects) {
        this.projects = projects;
    }

    @GetMapping("/projects")
    @AllowSignedIn
    String list(SignedIn signedIn, Model model) {
        model.addAttribute("projects", projects.visibleTo(signedIn));
        model.addAttribute("mayCreate", signedIn.instanceAdmin());
        return "admin/projects";
    }

    @GetMapping("/projects/new")
    @AllowInstanceAdmin
    String form() {
        return "admin/project-new";
    }

    @PostMapping("/projects")
    @AllowInstanceAdmin
    String create(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String key,
            SignedIn signedIn,
            HttpServletResponse response,
            Model model) {
        var wanted = key.isBlank() ? Keys.propose(name) : key.strip();
        model.addAttribute("name", name).addAttribute("key", wanted);
        return Kept.or(
                () -> projects.create(wanted, name, signedIn.actor()),
                "redirect:/p/" + wanted,
                this::form,
                response,
                model);
    }

    @GetMapping("/p/{project}/settings")
    @Allow(Role.ADMIN)
    String settings(Access access, Model model) {
        model.addAttribute("project", projects.find(access.project()).orElseThrow());
        return "admin/project-settings";
    }

    @PostMapping("/p/{project}/settings")
    @Allow(Role.ADMIN)
    String rename(
            @RequestParam String name,
            @RequestParam long version,
            Access access,
            HttpServletResponse response,
            Model model) {
        return Kept.or(
                () -> projects.rename(access.project(), name, IfMatch.version(version), access.actor()),
                "redirect:/p/" + access.projectKey() + "/settings",
                () -> settings(access, model),
                response,
                model);
    }

    @PostMapping("/p/{project}/settings/delete")
    @Allow(Role.ADMIN)
    String delete(@RequestParam String confirm, Access access, HttpServletResponse response, Model model) {
        Runnable delete = () -> {
            if (!confirm.strip().equals(access.projectKey())) {
                throw SecurityProblem.INPUT_IS_REFUSED.because(
                        "The project stays: what was typed is not its key \"" + access.projectKey() + "\".");
            }
            projects.delete(access.project(), IfMatch.any(), access.actor());
        };
        return Kept.or(delete, "redirect:/projects", () -> settings(access, model), response, model);
    }
}
