package dev.interlock.web.dev;

import dev.interlock.security.AllowAnyone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every component in every state, to be looked at and checked in both themes. */
@Controller
@AllowAnyone("It shows samples made up in the source and nothing else.")
class ComponentPages {

    @GetMapping("/dev/components")
    String page(Model model) {
        model.addAttribute("samples", Samples.ALL);
        return "dev/components";
    }
}
