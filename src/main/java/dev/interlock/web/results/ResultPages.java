package dev.interlock.web.results;

import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Services;
import dev.interlock.history.Purpose;
import dev.interlock.ingest.IngestProblem;
import dev.interlock.ingest.Reports;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.results.ResultForm.Kept;
import dev.interlock.web.shell.Pending;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes JUnit reports: shows what they hold and what is odd, and stores them as a run once it is confirmed. */
@Controller
class ResultPages {
    private final Reports reports;
    private final Services services;
    private final Environments environments;
    private final Pending<List<Kept>> pending = Pending.sized(
            files -> files.stream().mapToInt(file -> file.content().length).sum());

    ResultPages(Reports reports, Services services, Environments environments) {
        this.reports = reports;
        this.services = services;
        this.environments = environments;
    }

    @GetMapping("/p/{project}/results/new")
    @Allow(Role.TESTER)
    String form(Access access, Model model) {
        return form(access, ResultForm.empty(), model);
    }

    /** Shows what the files hold; nothing is stored. */
    @PostMapping("/p/{project}/results/new")
    @Allow(Role.TESTER)
    String preview(Access access, @ModelAttribute("form") ResultForm form, Model model, HttpServletResponse response) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var files = form.files();
                    model.addAttribute(
                            "preview",
                            reports.preview(files.stream().map(Kept::sent).toList()));
                    model.addAttribute("files", files.stream().map(Kept::name).toList());
                    model.addAttribute("pending", pending.keep(access.project(), files));
                    return form(access, form, model);
                },
                () -> form(access, form, model));
    }

    @PostMapping("/p/{project}/results")
    @Allow(Role.TESTER)
    String store(
            Access access,
            @ModelAttribute("form") ResultForm form,
            @RequestParam("pending") String word,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var files = pending.find(access.project(), word).orElseThrow(ResultPages::gone);
                    var stored = reports.store(
                            access.project(),
                            files.stream().map(Kept::sent).toList(),
                            form.labels("page-" + word),
                            access.actor());
                    flash.addFlashAttribute("notice", stored.counts().stored() + " results were stored.");
                    var run = stored.run();
                    return "redirect:/p/" + access.projectKey() + "/runs" + (run == null ? "" : "/" + run.key());
                },
                () -> form(access, form, model));
    }

    private static RuntimeException gone() {
        return IngestProblem.REPORT_IS_MISSING.because(
                "The files that were looked at are no longer kept; they wait a quarter of an hour.");
    }

    private String form(Access access, ResultForm form, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("form", form);
        model.addAttribute("services", services.all(access.project()));
        model.addAttribute("environments", environments.all(access.project()));
        model.addAttribute("purposes", Purpose.values());
        return "results/new";
    }
}
