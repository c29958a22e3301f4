package dev.interlock.web.account;

import dev.interlock.platform.Problem;
import dev.interlock.security.AllowAnyone;
import dev.interlock.security.Sessions;
import dev.interlock.security.Setup;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
@AllowAnyone("It is how somebody gets known; tries are slowed down.")
class SignInPages {
    private final Sessions sessions;
    private final Setup setup;

    SignInPages(Sessions sessions, Setup setup) {
        this.sessions = sessions;
        this.setup = setup;
    }

    @GetMapping("/sign-in")
    String page(@RequestParam(defaultValue = "/") String to, Model model) {
        return page(to, "", model);
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            sessions.signIn(request, response, email, password);
            return "redirect:" + LocalPath.of(to);
        } catch (Problem problem) {
            response.setStatus(problem.type().kind().status());
            model.addAttribute("problem", problem);
            return page(to, email, model);
        }
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.close(request);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return "redirect:/sign-in";
    }

    private String page(String to, String email, Model model) {
        model.addAttribute("to", LocalPath.of(to));
        model.addAttribute("email", email);
        model.addAttribute("setupIsNeeded", setup.isNeeded());
        return "account/sign-in";
    }
}
