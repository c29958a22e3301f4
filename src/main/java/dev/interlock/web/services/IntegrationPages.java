package dev.interlock.web.services;

import dev.interlock.catalog.Integration;
import dev.interlock.catalog.IntegrationDraft;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.Known;
import dev.interlock.catalog.ProtocolUse;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.platform.IfMatch;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Integrations: which service depends on which, over what, and how that is known. */
@Controller
class IntegrationPages {
    private final Integrations integrations;
    private final Services services;

    IntegrationPages(Integrations integrations, Services services) {
        this.integrations = integrations;
        this.services = services;
    }

    /** What the form of an integration says. */
    record IntegrationForm(
            @Nullable String consumer,
            @Nullable String provider,
            @Nullable String protocol,
            @Nullable String operations,
            @Nullable String description) {

        IntegrationDraft draft() {
            return new IntegrationDraft(
                    ServiceKey.of(Objects.requireNonNullElse(consumer, "")),
                    ServiceKey.of(Objects.requireNonNullElse(provider, "")),
                    List.of(new ProtocolUse(Objects.requireNonNullElse(protocol, "HTTP"), lines())),
                    Objects.requireNonNullElse(description, "").strip(),
                    Set.of(Known.DECLARED));
        }

        private List<String> lines() {
            return Arrays.stream(Objects.requireNonNullElse(operations, "").split("\\R"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    @GetMapping("/p/{project}/integrations")
    @Allow(Role.VIEWER)
    String list(Access access, Model model) {
        return show(access, new IntegrationForm(null, null, "HTTP", null, null), model);
    }

    @PostMapping("/p/{project}/integrations")
    @Allow(Role.MANAGER)
    String add(
            Access access, IntegrationForm form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var saved = integrations.put(access.project(), form.draft(), version(access, form), access.actor());
                    flash.addFlashAttribute("notice", saved.consumer() + " → " + saved.provider() + " was saved.");
                    return "redirect:/p/" + access.projectKey() + "/integrations";
                },
                () -> show(access, form, model));
    }

    @PostMapping("/p/{project}/integrations/delete")
    @Allow(Role.MANAGER)
    String delete(
            Access access,
            @RequestParam String consumer,
            @RequestParam String provider,
            @RequestParam long version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    integrations.delete(
                            access.project(),
                            ServiceKey.of(consumer),
                            ServiceKey.of(provider),
                            IfMatch.version(version),
                            access.actor());
                    flash.addFlashAttribute("notice", consumer + " → " + provider + " was deleted.");
                    return "redirect:/p/" + access.projectKey() + "/integrations";
                },
                () -> list(access, model));
    }

    private String show(Access access, IntegrationForm form, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("form", form);
        model.addAttribute("services", services.all(access.project()));
        model.addAttribute("integrations", integrations.all(access.project()));
        return "services/integrations";
    }

    /** Saving a pair that is there already adds to what the person has just seen. */
    private IfMatch version(Access access, IntegrationForm form) {
        var draft = form.draft();
        return integrations
                .find(access.project(), draft.consumer(), draft.provider())
                .map(Integration::version)
                .map(IfMatch::version)
                .orElseGet(IfMatch::none);
    }
}
