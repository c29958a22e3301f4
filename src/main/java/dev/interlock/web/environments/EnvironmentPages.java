package dev.interlock.web.environments;

import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Target;
import dev.interlock.platform.IfMatch;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One environment: where its services are, whether they answer, variables and settings. */
@Controller
@RequestMapping("/p/{project}/environments/{environment}")
class EnvironmentPages {
    private final Environments environments;
    private final EnvironmentView view;

    EnvironmentPages(Environments environments, EnvironmentView view) {
        this.environments = environments;
        this.view = view;
    }

    /** What a line of the table of targets says. */
    record TargetForm(
            String service,
            @Nullable String baseUrl,
            @Nullable Integer maxConcurrency,
            @Nullable String identity,
            @Nullable String versionProbe) {

        Target target() {
            return new Target(
                    Objects.requireNonNullElse(baseUrl, "").strip(),
                    Objects.requireNonNullElse(maxConcurrency, 8),
                    Objects.requireNonNullElse(identity, ""),
                    Objects.requireNonNullElse(versionProbe, "").strip());
        }
    }

    @GetMapping
    @Allow(Role.VIEWER)
    String targets(Access access, @PathVariable("environment") String key, Model model) {
        return view.show(access, key, "targets", model);
    }

    @GetMapping("/variables")
    @Allow(Role.VIEWER)
    String variables(Access access, @PathVariable("environment") String key, Model model) {
        return view.show(access, key, "variables", model);
    }

    @GetMapping("/settings")
    @Allow(Role.MANAGER)
    String settings(Access access, @PathVariable("environment") String key, Model model) {
        return view.show(access, key, "settings", model);
    }

    @PostMapping("/check")
    @Allow(Role.TESTER)
    String check(Access access, @PathVariable("environment") String key, RedirectAttributes flash) {
        var checks = environments.check(access.project(), EnvironmentKey.of(key));
        EnvironmentParts.tell(flash, checks.isEmpty() ? "No service has an address here yet." : "", checks);
        return "redirect:" + view.address(access, key);
    }

    @PostMapping("/targets")
    @Allow(Role.MANAGER)
    String target(
            Access access,
            @PathVariable("environment") String key,
            TargetForm form,
            @RequestParam(required = false) @Nullable String then,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var environment = view.find(access, key);
        var target = form.target().baseUrl().isEmpty() ? null : form.target();
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var draft = EnvironmentParts.target(environment, ServiceKey.of(form.service()), target);
                    put(access, draft, environment.version());
                    var checks = environments.check(access.project(), environment.key());
                    EnvironmentParts.tell(
                            flash,
                            "The address of " + form.service() + (target == null ? " was taken away." : " was saved."),
                            checks);
                    return "redirect:" + EnvironmentListPages.next(access, environment.key(), then);
                },
                () -> {
                    model.addAttribute("typed", form);
                    return view.show(access, key, "targets", model);
                });
    }

    @PostMapping("/variables")
    @Allow(Role.MANAGER)
    String variable(
            Access access,
            @PathVariable("environment") String key,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String value,
            Model model,
            HttpServletResponse response) {
        var environment = view.find(access, key);
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var draft = EnvironmentParts.variable(environment, name.strip(), value);
                    put(access, draft, environment.version());
                    return "redirect:" + view.address(access, key) + "/variables";
                },
                () -> view.show(access, key, "variables", model));
    }

    @PostMapping("/settings")
    @Allow(Role.MANAGER)
    String settings(
            Access access,
            @PathVariable("environment") String key,
            EnvironmentListPages.NewEnvironment form,
            @RequestParam long version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var now = view.find(access, key).draft();
        var written = form.draft(now.targets());
        var draft = new EnvironmentDraft(
                now.key(),
                written.name(),
                written.targets(),
                now.identities(),
                now.variables(),
                written.protectedEnvironment(),
                written.evidence());
        return Refusals.attempt(
                model,
                response,
                () -> {
                    put(access, draft, version);
                    flash.addFlashAttribute("notice", "The settings were saved.");
                    return "redirect:" + view.address(access, key) + "/settings";
                },
                () -> view.show(access, key, "settings", model));
    }

    @PostMapping("/delete")
    @Allow(Role.MANAGER)
    String delete(
            Access access,
            @PathVariable("environment") String key,
            @RequestParam long version,
            RedirectAttributes flash) {
        environments.delete(access.project(), EnvironmentKey.of(key), IfMatch.version(version), access.actor());
        flash.addFlashAttribute("notice", "The environment " + key + " was deleted.");
        return "redirect:/p/" + access.projectKey() + "/environments";
    }

    private void put(Access access, EnvironmentDraft draft, long version) {
        environments.put(access.project(), draft, IfMatch.version(version), access.actor());
    }
}
