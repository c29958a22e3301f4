package dev.interlock.web.home;

import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.AllowSignedIn;
import dev.interlock.security.Projects;
import dev.interlock.security.Role;
import dev.interlock.security.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The way in: the only project, or the choice of projects; and Home of a project. */
@Controller
class HomePages {
    private final Projects projects;
    private final HomeView view;

    HomePages(Projects projects, HomeView view) {
        this.projects = projects;
        this.view = view;
    }

    @GetMapping("/")
    @AllowSignedIn
    String start(SignedIn asker) {
        var visible = projects.visibleTo(asker);
        return visible.size() == 1
                ? "redirect:/p/" + visible.getFirst().key()
                : visible.isEmpty() ? "redirect:/welcome" : "redirect:/projects";
    }

    @GetMapping("/p/{project}")
    @Allow(Role.VIEWER)
    String home(Access access, Model model) {
        view.fill(access, model);
        return "home/home";
    }

    /** A short address for what people quote, such as RUN-482. */
    @GetMapping("/p/{project}/go/{key}")
    @Allow(Role.VIEWER)
    String go(Access access, @PathVariable("key") String key) {
        var base = "redirect:/p/" + access.projectKey();
        return key.matches("(?i)run-\\d{1,9}") ? base + "/runs/" + key.toUpperCase(java.util.Locale.ROOT) : base;
    }
}
