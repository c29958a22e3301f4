package dev.interlock.web.runs;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.Runs;
import dev.interlock.plan.Plan;
import dev.interlock.plan.Plans;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Starting a run: what, where, how; with the same as a line for CI. */
@Controller
class RunLaunchPages {
    private final Runs runs;
    private final Plans plans;
    private final Environments environments;

    RunLaunchPages(Runs runs, Plans plans, Environments environments) {
        this.runs = runs;
        this.plans = plans;
        this.environments = environments;
    }

    @GetMapping("/p/{project}/runs/new")
    @Allow(Role.TESTER)
    String form(Access access, @ModelAttribute("form") LaunchForm form, Model model) {
        fill(access, form.orUsual(firstEnvironment(access)), model);
        return "runs/new";
    }

    @PostMapping("/p/{project}/runs")
    @Allow(Role.TESTER)
    String start(Access access, @ModelAttribute("form") LaunchForm form, Model model, HttpServletResponse response) {
        return Refusals.attempt(
                model,
                response,
                () -> "redirect:/p/" + access.projectKey() + "/runs/"
                        + runs.request(access.project(), request(access, form), access.actor())
                                .key(),
                () -> {
                    fill(access, form, model);
                    return "runs/new";
                });
    }

    @GetMapping("/p/{project}/runs/new/reachable")
    @Allow(Role.TESTER)
    String reachable(Access access, @RequestParam String environment, Model model) {
        model.addAttribute("checks", environments.check(access.project(), new EnvironmentKey(environment)));
        return "runs/new :: reachable";
    }

    private RunRequest request(Access access, LaunchForm form) {
        var environment = form.environment().isEmpty()
                ? null
                : environments
                        .find(access.project(), new EnvironmentKey(form.environment()))
                        .orElse(null);
        return form.request(environment != null && environment.protectedEnvironment(), access);
    }

    private void fill(Access access, LaunchForm form, Model model) {
        model.addAttribute("access", access);
        model.addAttribute(
                "form",
                form.idempotencyKey().isEmpty() ? form.keyed(UUID.randomUUID().toString()) : form);
        model.addAttribute("plans", names(access));
        model.addAttribute("environments", environments.all(access.project()));
    }

    private Map<String, String> names(Access access) {
        return plans.all(access.project()).stream()
                .collect(Collectors.toMap(
                        plan -> plan.key().value(), Plan::name, (one, other) -> one, LinkedHashMap::new));
    }

    private @Nullable String firstEnvironment(Access access) {
        return environments.all(access.project()).stream()
                .map(Environment::key)
                .map(EnvironmentKey::value)
                .findFirst()
                .orElse(null);
    }
}
