package dev.interlock.plan;

import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Services;
import dev.interlock.platform.Finding;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.Suites;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds every fault of a plan together. */
@Component
class PlanCheck {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_WORKERS = 1_000;
    private static final int MOST_NAMED = 5_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final TestCases tests;
    private final Suites suites;
    private final Services services;
    private final Environments environments;

    PlanCheck(TestCases tests, Suites suites, Services services, Environments environments) {
        this.tests = tests;
        this.suites = suites;
        this.services = services;
        this.environments = environments;
    }

    List<Finding> faults(ProjectId project, PlanDraft draft) {
        var faults = new ArrayList<Finding>();
        if (draft.name().isBlank() || draft.name().length() > LONGEST_NAME) {
            faults.add(Finding.error("name", "a name of 1 to 200 characters is missing", ""));
        }
        if (environments.find(project, draft.environment()).isEmpty()) {
            faults.add(Finding.error("environment", "there is no environment " + draft.environment(), ""));
        }
        if (draft.workers() < 1 || draft.workers() > MOST_WORKERS) {
            faults.add(Finding.error("workers", "not between 1 and 1,000", ""));
        }
        addBudget(faults, draft.budget());
        addScope(faults, project, draft);
        addGate(faults, draft.gate());
        return faults;
    }

    private static void addBudget(List<Finding> faults, @Nullable Duration budget) {
        if (budget != null && (budget.compareTo(SHORTEST) < 0 || budget.compareTo(LONGEST) > 0)) {
            faults.add(
                    Finding.error("budgetMs", "not between one second and seven days", "Leave it out for no limit."));
        }
    }

    private void addScope(List<Finding> faults, ProjectId project, PlanDraft draft) {
        var scope = draft.scope();
        scope.suites().stream()
                .filter(suite -> suites.find(project, suite).isEmpty())
                .forEach(suite -> faults.add(Finding.error("scope/suites", "there is no suite " + suite, "")));
        scope.changed().stream()
                .filter(service -> services.find(project, service).isEmpty())
                .forEach(service -> faults.add(Finding.error("scope/changed", "there is no service " + service, "")));
        var query = scope.query();
        if (query != null) {
            TestQuery.parse(query)
                    .unknown()
                    .forEach(token -> faults.add(Finding.error("scope/query", "not understood: " + token, "")));
        }
        addTests(faults, project, draft);
    }

    private void addTests(List<Finding> faults, ProjectId project, PlanDraft draft) {
        var named = draft.scope().tests().size()
                + draft.pins().size()
                + draft.drops().size();
        if (named == 0) {
            return;
        }
        if (named > MOST_NAMED) {
            faults.add(Finding.error("pins", "more than 5,000 tests are named", "Name a suite instead."));
            return;
        }
        var known = tests.all(project).stream().map(TestCase::key).collect(Collectors.toSet());
        addUnknown(faults, "scope/tests", draft.scope().tests(), known);
        addUnknown(faults, "pins", draft.pins(), known);
        addUnknown(faults, "drops", draft.drops(), known);
        var both = new HashSet<>(draft.pins());
        both.retainAll(new HashSet<>(draft.drops()));
        both.forEach(test -> faults.add(Finding.error("drops", test + " is pinned and dropped", "Choose one.")));
    }

    private static void addUnknown(List<Finding> faults, String where, List<TestKey> named, Set<TestKey> known) {
        named.stream()
                .filter(test -> !known.contains(test))
                .forEach(test -> faults.add(Finding.error(where, "there is no test case " + test, "")));
    }

    private static void addGate(List<Finding> faults, GateRules gate) {
        if (gate.maxMustRunFailures() < 0) {
            faults.add(Finding.error("gate/maxMustRunFailures", "below 0", ""));
        }
        if (gate.maxFlaky() != null && gate.maxFlaky() < 0) {
            faults.add(Finding.error("gate/maxFlaky", "below 0", ""));
        }
        addPercent(faults, "gate/maxRiskLeft", gate.maxRiskLeft());
        addPercent(faults, "gate/maxQuarantined", gate.maxQuarantined());
    }

    private static void addPercent(List<Finding> faults, String where, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 100)) {
            faults.add(Finding.error(where, "not between 0 and 100", ""));
        }
    }
}
