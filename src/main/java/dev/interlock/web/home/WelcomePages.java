package dev.interlock.web.home;

import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.AllowSignedIn;
import dev.interlock.security.Projects;
import dev.interlock.security.Role;
import dev.interlock.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a newcomer sees first, and the page that says how things get in. */
@Controller
class WelcomePages {
    private final Projects projects;

    WelcomePages(Projects projects) {
        this.projects = projects;
    }

    @GetMapping("/welcome")
    @AllowSignedIn
    String welcome(SignedIn asker, Model model) {
        model.addAttribute("projects", projects.visibleTo(asker));
        model.addAttribute("instanceAdmin", asker.instanceAdmin());
        return "home/welcome";
    }

    @GetMapping("/p/{project}/import")
    @Allow(Role.VIEWER)
    String imports(Access access, HttpServletRequest request, Model model) {
        var address =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("api", address + "/api/v1/projects/" + access.projectKey());
        return "home/import";
    }
}
