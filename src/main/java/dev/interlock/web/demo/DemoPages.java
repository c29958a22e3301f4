package dev.interlock.web.demo;

import dev.interlock.demo.Demo;
import dev.interlock.demo.DemoProblem;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.AllowInstanceAdmin;
import dev.interlock.security.Role;
import dev.interlock.security.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens the demo shop, closes it, and switches its faults. */
@Controller
class DemoPages {
    private final Demo demo;

    DemoPages(Demo demo) {
        this.demo = demo;
    }

    @PostMapping("/demo/open")
    @AllowInstanceAdmin
    String open(SignedIn asker) {
        return "redirect:/p/" + demo.open(asker.actor()).key();
    }

    @PostMapping("/demo/remove")
    @AllowInstanceAdmin
    String remove(SignedIn asker) {
        demo.remove(asker.actor());
        return "redirect:/";
    }

    @GetMapping("/p/{project}/demo")
    @Allow(Role.VIEWER)
    String faults(Access access, Model model) {
        requireDemo(access);
        model.addAttribute("access", access);
        model.addAttribute("services", demo.services());
        model.addAttribute("faults", demo.faults());
        model.addAttribute("plan", demo.plan().value());
        return "demo/faults";
    }

    @PostMapping("/p/{project}/demo/faults")
    @Allow(Role.TESTER)
    String fault(Access access, @RequestParam String service, @RequestParam(defaultValue = "") String fault) {
        requireDemo(access);
        demo.fault(service, fault, access.actor());
        return "redirect:/p/" + access.projectKey() + "/demo";
    }

    private void requireDemo(Access access) {
        if (demo.project()
                .filter(project -> project.id().equals(access.project()))
                .isEmpty()) {
            throw DemoProblem.DEMO_IS_CLOSED.because("This project is not the demo.");
        }
    }
}
