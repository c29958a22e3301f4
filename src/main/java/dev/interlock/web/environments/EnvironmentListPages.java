package dev.interlock.web.environments;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.TargetCheck;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Keys;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of environments and the form to add one. */
@Controller
class EnvironmentListPages {
    private final Environments environments;

    EnvironmentListPages(Environments environments) {
        this.environments = environments;
    }

    /** An environment with its last check. */
    record Row(Environment environment, List<TargetCheck> checks) {
        /** How many targets answered. */
        public long reachable() {
            return checks.stream().filter(TargetCheck::reachable).count();
        }
    }

    /** What the form of a new environment says. */
    record NewEnvironment(@Nullable String key, @Nullable String name, boolean protectedEnvironment, boolean evidence) {
        EnvironmentDraft draft() {
            var title = Objects.requireNonNullElse(name, "").strip();
            var id = key == null || key.isBlank() ? Keys.propose(title) : key.strip();
            return new EnvironmentDraft(
                    EnvironmentKey.of(id),
                    title.isEmpty() ? id : title,
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    protectedEnvironment,
                    evidence);
        }
    }

    @GetMapping("/p/{project}/environments")
    @Allow(Role.VIEWER)
    String list(Access access, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey() + "/environments");
        model.addAttribute("rows", rows(access));
        return "environments/list";
    }

    @GetMapping("/p/{project}/environments/new")
    @Allow(Role.MANAGER)
    String form(Access access, Model model) {
        return form(access, new NewEnvironment("", "", false, true), model);
    }

    @PostMapping("/p/{project}/environments/new")
    @Allow(Role.MANAGER)
    String create(
            Access access, NewEnvironment form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var saved = environments.put(access.project(), form.draft(), IfMatch.none(), access.actor());
                    flash.addFlashAttribute("notice", saved.name() + " was added. Now say where its services are.");
                    return "redirect:/p/" + access.projectKey() + "/environments/" + saved.key();
                },
                () -> form(access, form, model));
    }

    private List<Row> rows(Access access) {
        return environments.all(access.project()).stream()
                .map(one -> new Row(one, environments.lastChecks(access.project(), one.key())))
                .toList();
    }

    private static String form(Access access, NewEnvironment form, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey() + "/environments");
        model.addAttribute("form", form);
        return "environments/new";
    }
}
