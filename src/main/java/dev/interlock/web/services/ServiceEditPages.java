package dev.interlock.web.services;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Services;
import dev.interlock.platform.IfMatch;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registers services by hand, changes and deletes them. */
@Controller
class ServiceEditPages {
    private final Services services;

    ServiceEditPages(Services services) {
        this.services = services;
    }

    @GetMapping("/p/{project}/services/new")
    @Allow(Role.MANAGER)
    String add(Access access, Model model) {
        return form(access, ServiceForm.EMPTY, null, model);
    }

    @PostMapping("/p/{project}/services/new")
    @Allow(Role.MANAGER)
    String create(
            Access access, ServiceForm form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> saved(
                        access, services.put(access.project(), form.draft(), IfMatch.none(), access.actor()), flash),
                () -> form(access, form, null, model));
    }

    @GetMapping("/p/{project}/services/{service}/edit")
    @Allow(Role.MANAGER)
    String edit(Access access, @PathVariable("service") String key, Model model) {
        var service = find(access, key);
        return form(access, ServiceForm.of(service), service, model);
    }

    @PostMapping("/p/{project}/services/{service}/edit")
    @Allow(Role.MANAGER)
    String change(
            Access access,
            @PathVariable("service") String key,
            ServiceForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var service = find(access, key);
        var match = form.version() == null ? IfMatch.none() : IfMatch.version(form.version());
        return Refusals.attempt(
                model,
                response,
                () -> saved(access, services.put(access.project(), form.draft(), match, access.actor()), flash),
                () -> form(access, form, service, model));
    }

    @PostMapping("/p/{project}/services/{service}/delete")
    @Allow(Role.MANAGER)
    String delete(
            Access access, @PathVariable("service") String key, @RequestParam long version, RedirectAttributes flash) {
        services.delete(access.project(), ServiceKey.of(key), IfMatch.version(version), access.actor());
        flash.addFlashAttribute("notice", "The service " + key + " was deleted.");
        return "redirect:/p/" + access.projectKey() + "/services";
    }

    private static String saved(Access access, Service service, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", service.name() + " was saved.");
        return "redirect:/p/" + access.projectKey() + "/services/" + service.key();
    }

    private static String form(Access access, ServiceForm form, @Nullable Service service, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey() + "/services");
        model.addAttribute("form", form);
        model.addAttribute("service", service);
        model.addAttribute("kinds", ServiceKind.values());
        return "services/edit";
    }

    private Service find(Access access, String key) {
        return services.find(access.project(), ServiceKey.of(key))
                .orElseThrow(() -> CatalogProblem.SERVICE_IS_UNKNOWN.because("There is no service \"" + key + "\"."));
    }
}
