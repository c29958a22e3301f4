package dev.interlock.web.plans;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.plan.PlanProblem;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Keys;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.Suites;
import dev.interlock.testcase.TestQuery;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the fields of the plan builder nobody can work with, so that none is silently left out. */
@Component
class PlanFaults {
    private final Environments environments;
    private final Services services;
    private final Suites suites;

    PlanFaults(Environments environments, Services services, Suites suites) {
        this.environments = environments;
        this.services = services;
        this.suites = suites;
    }

    /** What is wrong, by the name of the field; empty when all can be worked with. */
    Map<String, String> of(ProjectId project, PlanForm form) {
        var faults = new TreeMap<>(form.faults());
        changed(project, form).ifPresent(fault -> faults.put("changed", fault));
        query(form.q()).ifPresent(fault -> faults.put("q", fault));
        suite(project, form.suite()).ifPresent(fault -> faults.put("suite", fault));
        environment(project, form.env()).ifPresent(fault -> faults.put("env", fault));
        return faults;
    }

    /** Refuses a form with faults, all of them together. */
    void refuse(ProjectId project, PlanForm form) {
        var faults = of(project, form);
        if (!faults.isEmpty()) {
            throw refusal(faults);
        }
    }

    private static Problem refusal(Map<String, String> faults) {
        return PlanProblem.PLAN_IS_INVALID.because(
                "The plan was not saved.",
                faults.entrySet().stream()
                        .map(fault -> Finding.error(fault.getKey(), fault.getValue(), ""))
                        .toList());
    }

    private Optional<String> changed(ProjectId project, PlanForm form) {
        var unknown = form.changedWords().stream()
                .filter(word -> !Keys.isWellFormed(word)
                        || services.find(project, ServiceKey.of(word)).isEmpty())
                .collect(Collectors.joining(", "));
        return unknown.isEmpty() ? Optional.empty() : Optional.of("There is no service with the key " + unknown + ".");
    }

    private static Optional<String> query(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        var unknown = String.join(", ", TestQuery.parse(text).unknown());
        return unknown.isEmpty() ? Optional.empty() : Optional.of("The filter does not know " + unknown + ".");
    }

    private Optional<String> suite(ProjectId project, @Nullable String key) {
        return key == null || key.isBlank() || isSuite(project, key.strip())
                ? Optional.empty()
                : Optional.of("There is no suite " + key.strip() + ".");
    }

    private boolean isSuite(ProjectId project, String key) {
        return Keys.isWellFormed(key) && suites.find(project, new SuiteKey(key)).isPresent();
    }

    private Optional<String> environment(ProjectId project, @Nullable String key) {
        return key == null || key.isBlank() || isEnvironment(project, key.strip())
                ? Optional.empty()
                : Optional.of("There is no environment " + key.strip() + ".");
    }

    private boolean isEnvironment(ProjectId project, String key) {
        return Keys.isWellFormed(key)
                && environments.find(project, new EnvironmentKey(key)).isPresent();
    }
}
