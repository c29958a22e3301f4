package dev.interlock.web.runs;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.TargetCheck;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.Runs;
import dev.interlock.plan.Plan;
import dev.interlock.plan.PlanKey;
import dev.interlock.plan.Plans;
import dev.interlock.platform.Keys;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.testcase.Suites;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final int MOST_BLOCKED = 10;

    private final Runs runs;
    private final Plans plans;
    private final Suites suites;
    private final TestCases tests;
    private final Environments environments;

    RunLaunchPages(Runs runs, Plans plans, Suites suites, TestCases tests, Environments environments) {
        this.runs = runs;
        this.plans = plans;
        this.suites = suites;
        this.tests = tests;
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
    String reachable(Access access, @RequestParam(defaultValue = "") String environment, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("checks", Keys.isWellFormed(environment) ? reaches(access, environment) : List.of());
        model.addAttribute("place", environment);
        return "runs/new :: reachable";
    }

    /**
     * Whether a service answers, and which tests would be blocked because it does not.
     *
     * @param blocked at most ten keys, none when it answers
     */
    record Reach(TargetCheck check, List<TestKey> blocked) {}

    private List<Reach> reaches(Access access, String environment) {
        return environments.check(access.project(), new EnvironmentKey(environment)).stream()
                .map(check -> new Reach(check, check.reachable() ? List.of() : callers(access, check.service())))
                .toList();
    }

    private List<TestKey> callers(Access access, ServiceKey service) {
        return tests.callersOf(access.project(), service).values().stream()
                .flatMap(List::stream)
                .distinct()
                .limit(MOST_BLOCKED)
                .toList();
    }

    private RunRequest request(Access access, LaunchForm form) {
        return form.request(place(access, form).orElse(null));
    }

    /** The environment of the form, or that of its plan. */
    private Optional<Environment> place(Access access, LaunchForm form) {
        var said = Optional.of(form.environment())
                .filter(Keys::isWellFormed)
                .map(EnvironmentKey::new)
                .or(() -> planned(access, form.plan()));
        return said.flatMap(key -> environments.find(access.project(), key));
    }

    private Optional<EnvironmentKey> planned(Access access, String plan) {
        return Keys.isWellFormed(plan)
                ? plans.find(access.project(), new PlanKey(plan)).map(Plan::environment)
                : Optional.empty();
    }

    private void fill(Access access, LaunchForm form, Model model) {
        model.addAttribute("access", access);
        model.addAttribute(
                "form",
                form.idempotencyKey().isEmpty() ? form.keyed(UUID.randomUUID().toString()) : form);
        var all = plans.all(access.project());
        model.addAttribute("plans", all);
        model.addAttribute("guarded", guarded(access));
        model.addAttribute(
                "ci",
                CiText.of(access.projectKey(), form, all.stream().map(Plan::key).toList()));
        model.addAttribute("suites", suites.all(access.project()));
        model.addAttribute("checks", List.of());
        model.addAttribute("place", null);
        model.addAttribute("environments", environments.all(access.project()));
    }

    /** The keys of protected environments. */
    private Set<String> guarded(Access access) {
        return environments.all(access.project()).stream()
                .filter(Environment::protectedEnvironment)
                .map(one -> one.key().value())
                .collect(Collectors.toSet());
    }

    private @Nullable String firstEnvironment(Access access) {
        return environments.all(access.project()).stream()
                .map(Environment::key)
                .map(EnvironmentKey::value)
                .findFirst()
                .orElse(null);
    }
}
