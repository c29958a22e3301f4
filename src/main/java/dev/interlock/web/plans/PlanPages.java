package dev.interlock.web.plans;

import dev.interlock.plan.Plan;
import dev.interlock.plan.PlanKey;
import dev.interlock.plan.Plans;
import dev.interlock.platform.IfMatch;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.ListAddress;
import dev.interlock.web.shell.Refusals;
import dev.interlock.web.shell.Rows;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans: the list, and the builder with its live preview. */
@Controller
class PlanPages {
    private final Plans plans;
    private final PlanView view;
    private final PlanFaults faults;

    PlanPages(Plans plans, PlanView view, PlanFaults faults) {
        this.plans = plans;
        this.view = view;
        this.faults = faults;
    }

    @GetMapping("/p/{project}/plans")
    @Allow(Role.VIEWER)
    String list(Access access, @RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        var address = ListAddress.of("/p/" + access.projectKey() + "/plans", null, null, "");
        var all = plans.all(access.project());
        model.addAttribute("plans", Rows.page(all, after, plan -> plan.key().value(), address));
        return "plans/list";
    }

    @GetMapping("/p/{project}/plans/new")
    @Allow(Role.VIEWER)
    String build(Access access, PlanForm form, Model model) {
        return show(access, form, null, model);
    }

    @GetMapping("/p/{project}/plans/{plan}")
    @Allow(Role.VIEWER)
    String plan(Access access, @PathVariable("plan") String key, PlanForm form, Model model) {
        var plan = find(access, key);
        return show(access, form.over(PlanForm.of(plan)), plan, model);
    }

    @PostMapping("/p/{project}/plans/new")
    @Allow(Role.MANAGER)
    String create(Access access, PlanForm form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> save(access, new PlanKey(form.keyOrProposal()), form, IfMatch.none(), flash),
                () -> show(access, form, null, model));
    }

    @PostMapping("/p/{project}/plans/{plan}")
    @Allow(Role.MANAGER)
    String change(
            Access access,
            @PathVariable("plan") String key,
            PlanForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var plan = find(access, key);
        var match = form.version() == null ? IfMatch.none() : IfMatch.version(form.version());
        return Refusals.attempt(
                model,
                response,
                () -> save(access, plan.key(), form, match, flash),
                () -> show(access, form, plan, model));
    }

    @PostMapping("/p/{project}/plans/{plan}/delete")
    @Allow(Role.MANAGER)
    String delete(
            Access access, @PathVariable("plan") String key, @RequestParam long version, RedirectAttributes flash) {
        plans.delete(access.project(), new PlanKey(key), IfMatch.version(version), access.actor());
        flash.addFlashAttribute("notice", "The plan " + key + " was deleted.");
        return "redirect:/p/" + access.projectKey() + "/plans";
    }

    private String save(Access access, PlanKey key, PlanForm form, IfMatch match, RedirectAttributes flash) {
        faults.refuse(access.project(), form);
        var saved = plans.put(access.project(), key, form.draft(), match, access.actor());
        flash.addFlashAttribute("notice", saved.name() + " was saved as version " + saved.revision() + ".");
        return "redirect:/p/" + access.projectKey() + "/plans/" + saved.key();
    }

    private String show(Access access, PlanForm form, @Nullable Plan plan, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("here", "/p/" + access.projectKey() + "/plans/" + (plan == null ? "new" : plan.key()));
        view.fill(access, form, model);
        return "plans/builder";
    }

    private Plan find(Access access, String key) {
        return plans.find(access.project(), new PlanKey(key))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no plan " + key + "."));
    }
}
