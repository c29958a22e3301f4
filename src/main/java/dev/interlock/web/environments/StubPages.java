package dev.interlock.web.environments;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Problem;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.stub.Stubs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The stand-ins of an environment: which there are, where they are served, what they answered. */
@Controller
@RequestMapping("/p/{project}/environments/{environment}/stubs")
class StubPages {
    private final Stubs stubs;
    private final EnvironmentView view;

    StubPages(Stubs stubs, EnvironmentView view) {
        this.stubs = stubs;
        this.view = view;
    }

    @GetMapping
    @Allow(Role.VIEWER)
    String list(Access access, @PathVariable("environment") String key, Model model) {
        var environment = EnvironmentKey.of(key);
        var page = view.show(access, key, "stubs", model);
        model.addAttribute("stubs", stubs.of(access.project(), environment));
        model.addAttribute("calls", stubs.calls(access.project(), environment));
        model.addAttribute(
                "server",
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
        return page;
    }

    @PostMapping
    @Allow(Role.MANAGER)
    String start(
            Access access,
            @PathVariable("environment") String key,
            @RequestParam String service,
            RedirectAttributes flash) {
        var environment = view.find(access, key).key();
        try {
            stubs.start(access.project(), environment, ServiceKey.of(service), access.actor());
            flash.addFlashAttribute("notice", "Interlock stands in for " + service + " here.");
        } catch (Problem refused) {
            flash.addFlashAttribute(
                    "notice", refused.detail() + " " + refused.type().next());
        }
        return "redirect:" + view.address(access, key) + "/stubs";
    }

    @PostMapping("/stop")
    @Allow(Role.MANAGER)
    String stop(
            Access access,
            @PathVariable("environment") String key,
            @RequestParam String service,
            RedirectAttributes flash) {
        var environment = view.find(access, key).key();
        stubs.stop(access.project(), environment, ServiceKey.of(service), access.actor());
        flash.addFlashAttribute("notice", "The stub of " + service + " has ended.");
        return "redirect:" + view.address(access, key) + "/stubs";
    }
}
