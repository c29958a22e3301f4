package dev.interlock.web.admin;

import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.security.SignedIn;
import dev.interlock.security.Tokens;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** API tokens of a project. */
@Controller
@Allow(Role.ADMIN)
@RequestMapping("/p/{project}/tokens")
class TokenPages {
    private final Tokens tokens;

    TokenPages(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    String page(Access access, Model model) {
        model.addAttribute("access", access).addAttribute("scopes", Scope.values());
        model.addAttribute("tokens", tokens.list(access.project()));
        return "admin/tokens";
    }

    @PostMapping
    String create(
            @RequestParam String name,
            @RequestParam(required = false, defaultValue = "") Set<Scope> scopes,
            @RequestParam(defaultValue = "90") long days,
            Access access,
            SignedIn signedIn,
            HttpServletResponse response,
            Model model) {
        Runnable create = () -> {
            var wanted = new Tokens.Wanted(name, scopes, Duration.ofDays(days));
            model.addAttribute("made", tokens.create(access.project(), wanted, signedIn));
        };
        Kept.or(create, "", () -> "", response, model);
        return page(access, model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable long id, Access access, SignedIn signedIn, HttpServletResponse response, Model model) {
        return Kept.or(
                () -> tokens.revoke(access.project(), id, signedIn),
                "redirect:/p/" + access.projectKey() + "/tokens",
                () -> page(access, model),
                response,
                model);
    }
}
