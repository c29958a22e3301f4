package dev.interlock.web.account;

import dev.interlock.platform.Problem;
import dev.interlock.security.AllowAnyone;
import dev.interlock.security.AllowSignedIn;
import dev.interlock.security.Invitation;
import dev.interlock.security.Invitations;
import dev.interlock.security.NewPerson;
import dev.interlock.security.SecurityProblem;
import dev.interlock.security.Sessions;
import dev.interlock.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Invitations lead here: joining a project with a new account, or with the one signed in. */
@Controller
@RequestMapping("/invitations/{secret}")
class InvitationPages {
    private final Invitations invitations;
    private final Sessions sessions;

    InvitationPages(Invitations invitations, Sessions sessions) {
        this.invitations = invitations;
        this.sessions = sessions;
    }

    @GetMapping
    @AllowAnyone("The secret of the link is what shows the invitation.")
    String page(@PathVariable String secret, Model model) {
        model.addAttribute("invitation", open(secret)).addAttribute("secret", secret);
        return "account/invitation";
    }

    @PostMapping
    @AllowAnyone("The secret of the link is what lets somebody join, once.")
    String accept(
            @PathVariable String secret,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            var project = invitations.accept(secret, new NewPerson(name, email, password));
            sessions.signIn(request, response, email, password);
            return "redirect:/p/" + project.key();
        } catch (Problem problem) {
            if (problem.type() == SecurityProblem.LINK_IS_DEAD) {
                throw problem;
            }
            response.setStatus(problem.type().kind().status());
            model.addAttribute("problem", problem).addAttribute("name", name).addAttribute("email", email);
            return page(secret, model);
        }
    }

    @PostMapping("/join")
    @AllowSignedIn
    String join(@PathVariable String secret, SignedIn signedIn) {
        return "redirect:/p/" + invitations.accept(secret, signedIn.personId()).key();
    }

    private Invitation open(String secret) {
        return invitations
                .find(secret)
                .orElseThrow(() ->
                        SecurityProblem.LINK_IS_DEAD.because("This invitation was used already, or it has expired."));
    }
}
