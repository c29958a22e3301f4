package dev.interlock.web.admin;

import dev.interlock.platform.Problem;
import dev.interlock.security.AllowInstanceAdmin;
import dev.interlock.security.AuditLog;
import dev.interlock.security.People;
import dev.interlock.security.Person;
import dev.interlock.security.SecurityProblem;
import dev.interlock.security.Sessions;
import dev.interlock.security.SignedIn;
import dev.interlock.web.shell.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody with an account: who administers the installation, who may sign in, which sessions are open. */
@Controller
@AllowInstanceAdmin
@RequestMapping("/admin/users")
class UserPages {
    private final People people;
    private final Sessions sessions;
    private final AuditLog audit;

    UserPages(People people, Sessions sessions, AuditLog audit) {
        this.people = people;
        this.sessions = sessions;
        this.audit = audit;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        var part = people.list(after);
        model.addAttribute("people", part.items());
        model.addAttribute("first", after == null ? null : "/admin/users");
        model.addAttribute("next", part.next() == null ? null : "/admin/users?after=" + part.next());
        return "admin/users";
    }

    @GetMapping("/{person}")
    String page(@PathVariable long person, SignedIn signedIn, HttpServletRequest request, Model model) {
        model.addAttribute("person", known(person));
        model.addAttribute("sessions", sessions.list(person, request));
        model.addAttribute("crumbs", List.of(new Crumb("Users", "/admin/users")));
        return "admin/user";
    }

    @PostMapping("/{person}/administrator")
    String administrator(
            @PathVariable long person,
            @RequestParam boolean to,
            SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return kept(
                () -> people.setInstanceAdmin(person, to, signedIn.actor()),
                person,
                signedIn,
                request,
                response,
                model);
    }

    @PostMapping("/{person}/active")
    String active(
            @PathVariable long person,
            @RequestParam boolean to,
            SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return kept(() -> people.setActive(person, to, signedIn.actor()), person, signedIn, request, response, model);
    }

    @PostMapping("/{person}/sessions/end")
    String endAll(@PathVariable long person, SignedIn signedIn) {
        var email = known(person).email();
        sessions.endAll(person);
        audit.record(null, signedIn.actor(), "person.sessions", email, null, "ended");
        return back(person);
    }

    private String kept(
            Runnable change,
            long person,
            SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            change.run();
            return back(person);
        } catch (Problem problem) {
            response.setStatus(problem.type().kind().status());
            model.addAttribute("problem", problem);
            return page(person, signedIn, request, model);
        }
    }

    private Person known(long person) {
        return people.find(person)
                .orElseThrow(() -> SecurityProblem.PERSON_IS_UNKNOWN.because("There is no person " + person + "."));
    }

    private static String back(long person) {
        return "redirect:/admin/users/" + person;
    }
}
