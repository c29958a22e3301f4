package dev.interlock.web.map;

import dev.interlock.catalog.Observations;
import dev.interlock.catalog.ObservedIntegration;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What traces show, and taking it over. */
@Controller
class ObservedPages {
    private static final int WAYS = 50;

    private final Observations observations;

    ObservedPages(Observations observations) {
        this.observations = observations;
    }

    @GetMapping("/p/{project}/map/observed")
    @Allow(Role.VIEWER)
    String show(Access access, Model model) {
        var integrations = observations.integrations(access.project());
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("integrations", integrations);
        model.addAttribute("open", integrations.stream().anyMatch(one -> !one.accepted()));
        model.addAttribute(
                "news",
                integrations.stream().filter(ObservedIntegration::hasNews).toList());
        model.addAttribute("ways", observations.paths(access.project(), WAYS));
        return "map/observed";
    }

    @PostMapping("/p/{project}/map/observed")
    @Allow(Role.MANAGER)
    String accept(
            Access access, @RequestParam(required = false) @Nullable List<String> take, RedirectAttributes flash) {
        if (take == null || take.isEmpty()) {
            flash.addFlashAttribute("notice", "Nothing was chosen.");
        } else {
            var taken = observations.accept(access.project(), take, access.actor());
            flash.addFlashAttribute(
                    "notice",
                    taken.size() == 1 ? "1 integration was added." : taken.size() + " integrations were added.");
        }
        return "redirect:/p/" + access.projectKey() + "/map/observed";
    }
}
