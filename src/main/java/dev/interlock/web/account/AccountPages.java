package dev.interlock.web.account;

import dev.interlock.platform.Problem;
import dev.interlock.security.AllowSignedIn;
import dev.interlock.security.People;
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

/** Your own account: name, password, sessions. */
@Controller
@AllowSignedIn
@RequestMapping("/account")
class AccountPages {
    private static final String BACK = "redirect:/account";

    private final People people;
    private final Sessions sessions;

    AccountPages(People people, Sessions sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @GetMapping
    String page(SignedIn signedIn, HttpServletRequest request, Model model) {
        model.addAttribute("person", people.find(signedIn.personId()).orElseThrow());
        model.addAttribute("sessions", sessions.list(signedIn.personId(), request));
        return "account/account";
    }

    @PostMapping("/name")
    String rename(
            @RequestParam String name,
            SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return kept(() -> people.rename(signedIn.personId(), name), signedIn, request, response, model);
    }

    @PostMapping("/password")
    String password(
            @RequestParam String present,
            @RequestParam String password,
            SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Runnable change = () -> {
            people.changePassword(signedIn.personId(), present, password);
            sessions.open(request, response, people.find(signedIn.personId()).orElseThrow());
        };
        return kept(change, signedIn, request, response, model);
    }

    @PostMapping("/sessions/{handle}/end")
    String end(@PathVariable String handle, SignedIn signedIn) {
        sessions.end(signedIn.personId(), handle);
        return BACK;
    }

    private String kept(
            Runnable change, SignedIn signedIn, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            change.run();
            return BACK;
        } catch (Problem problem) {
            response.setStatus(problem.type().kind().status());
            model.addAttribute("problem", problem);
            return page(signedIn, request, model);
        }
    }
}
