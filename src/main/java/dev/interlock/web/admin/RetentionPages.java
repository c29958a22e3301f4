package dev.interlock.web.admin;

import dev.interlock.history.Retention;
import dev.interlock.history.Retentions;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long a project keeps results and recorded bodies. */
@Controller
class RetentionPages {
    private final Retentions retentions;

    RetentionPages(Retentions retentions) {
        this.retentions = retentions;
    }

    @GetMapping("/p/{project}/settings/retention")
    @Allow(Role.ADMIN)
    String show(Access access, Model model) {
        return show(access, retentions.of(access.project()), model);
    }

    @PostMapping("/p/{project}/settings/retention")
    @Allow(Role.ADMIN)
    String change(
            Access access,
            @RequestParam int results,
            @RequestParam int bodies,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var wanted = new Retention(results, bodies);
        return Refusals.attempt(
                model,
                response,
                () -> {
                    retentions.put(access.project(), wanted, access.actor());
                    flash.addFlashAttribute("notice", "What is older goes within six hours.");
                    return "redirect:/p/" + access.projectKey() + "/settings/retention";
                },
                () -> show(access, wanted, model));
    }

    private static String show(Access access, Retention kept, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("kept", kept);
        model.addAttribute("most", Retention.MOST);
        return "admin/retention";
    }
}
