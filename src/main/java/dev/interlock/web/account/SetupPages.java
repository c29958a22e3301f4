package dev.interlock.web.account;

import dev.interlock.platform.Problem;
import dev.interlock.security.AllowAnyone;
import dev.interlock.security.NewPerson;
import dev.interlock.security.SecurityProblem;
import dev.interlock.security.Sessions;
import dev.interlock.security.Setup;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The link of the first start leads here: making the first administrator. */
@Controller
@AllowAnyone("The secret of the link is what lets somebody in, once.")
@RequestMapping("/setup/{secret}")
class SetupPages {
    private final Setup setup;
    private final Sessions sessions;

    SetupPages(Setup setup, Sessions sessions) {
        this.setup = setup;
        this.sessions = sessions;
    }

    @GetMapping
    String page(@PathVariable String secret, Model model) {
        if (!setup.isOpen(secret)) {
            throw SecurityProblem.LINK_IS_DEAD.because(
                    "This set-up link was used already, or its 30 minutes are over. A restart prints a new one.");
        }
        model.addAttribute("secret", secret);
        return "account/setup";
    }

    @PostMapping
    String complete(
            @PathVariable String secret,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            sessions.open(request, response, setup.complete(secret, new NewPerson(name, email, password)));
            return "redirect:/";
        } catch (Problem problem) {
            if (problem.type() == SecurityProblem.LINK_IS_DEAD) {
                throw problem;
            }
            response.setStatus(problem.type().kind().status());
            model.addAttribute("problem", problem).addAttribute("name", name).addAttribute("email", email);
            return page(secret, model);
        }
    }
}
