package dev.interlock.web.services;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Services;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.UnreadableDocument;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Keys;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Pending;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Imports an OpenAPI document: look first, save then. */
@Controller
class ServiceImportPages {
    private final Services services;
    private final Interfaces interfaces;
    private final Pending<Upload> pending = Pending.sized(upload -> upload.content().length);

    ServiceImportPages(Services services, Interfaces interfaces) {
        this.services = services;
        this.interfaces = interfaces;
    }

    @GetMapping("/p/{project}/services/import")
    @Allow(Role.MANAGER)
    String form(Access access, @RequestParam(required = false) @Nullable String service, Model model) {
        return form(access, new ImportForm(service, null, null, null, null), model);
    }

    /** Shows what the document would change; nothing is saved. */
    @PostMapping("/p/{project}/services/import")
    @Allow(Role.MANAGER)
    String preview(Access access, ImportForm form, Model model, HttpServletResponse response) {
        return Refusals.attempt(model, response, () -> preview(access, form, model), () -> form(access, form, model));
    }

    @PostMapping("/p/{project}/services/import/confirm")
    @Allow(Role.MANAGER)
    String confirm(
            Access access,
            @RequestParam String pending,
            @RequestParam String service,
            @RequestParam String name,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var upload = this.pending.find(access.project(), pending).orElseThrow(ServiceImportPages::gone);
                    var key = register(access, ServiceKey.of(service), upload);
                    var imported = interfaces.importDocument(access.project(), key, name, upload, access.actor());
                    flash.addFlashAttribute("notice", key + " has " + imported.total() + " operations now.");
                    return "redirect:/p/" + access.projectKey() + "/services/" + key + "/interfaces";
                },
                () -> form(access, new ImportForm(service, null, null, null, name), model));
    }

    private String preview(Access access, ImportForm form, Model model) {
        var upload = form.hasDocument() || !form.hasAddress() ? form.upload() : interfaces.fetch(form.address());
        var document = read(upload);
        var key = key(form, document);
        model.addAttribute("preview", interfaces.preview(access.project(), key, form.interfaceName(), upload));
        model.addAttribute("document", document);
        model.addAttribute("known", services.find(access.project(), key).isPresent());
        model.addAttribute("key", key);
        model.addAttribute("interfaceName", form.interfaceName());
        model.addAttribute("pending", pending.keep(access.project(), upload));
        return form(access, form, model);
    }

    private ServiceKey register(Access access, ServiceKey key, Upload upload) {
        if (services.find(access.project(), key).isEmpty()) {
            var title = read(upload).title();
            var plain = ServiceDraft.of(key, ServiceKind.INTERNAL);
            services.put(
                    access.project(),
                    new ServiceDraft(
                            key,
                            title.isBlank() ? plain.name() : title,
                            plain.kind(),
                            plain.owner(),
                            plain.criticality(),
                            plain.description(),
                            plain.tags()),
                    IfMatch.none(),
                    access.actor());
        }
        return key;
    }

    private static OpenApiDocument read(Upload upload) {
        try {
            return OpenApiDocument.read(upload);
        } catch (UnreadableDocument unreadable) {
            throw CatalogProblem.INTERFACE_IS_UNREADABLE.because(
                    "The document could not be read.", unreadable.findings());
        }
    }

    private static ServiceKey key(ImportForm form, OpenApiDocument document) {
        var wanted = form.service();
        return ServiceKey.of(wanted == null || wanted.isBlank() ? Keys.propose(document.title()) : wanted.strip());
    }

    private static RuntimeException gone() {
        return CatalogProblem.INTERFACE_IS_UNREADABLE.because(
                "The document that was previewed is no longer kept; it waits a quarter of an hour.");
    }

    private static String form(Access access, ImportForm form, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("form", form);
        return "services/import";
    }
}
