package dev.interlock.execution.book;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Services;
import dev.interlock.execution.ExecutionProperties;
import dev.interlock.execution.RunLimits;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.RunScope;
import dev.interlock.plan.Plan;
import dev.interlock.plan.Plans;
import dev.interlock.platform.Finding;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.Suites;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks a request and tells everything that is wrong with it at once. */
@Component
class RequestCheck {
    private static final int MOST_WORKERS = 200;

    private static final String OPEN = """
            select count(*) from execution.run where project_id = :project and finished_at is null
            """;

    private final Plans plans;
    private final Suites suites;
    private final TestCases tests;
    private final Services services;
    private final Environments environments;
    private final JdbcClient jdbc;
    private final ExecutionProperties properties;

    RequestCheck(
            Plans plans,
            Suites suites,
            TestCases tests,
            Services services,
            Environments environments,
            JdbcClient jdbc,
            ExecutionProperties properties) {
        this.plans = plans;
        this.suites = suites;
        this.tests = tests;
        this.services = services;
        this.environments = environments;
        this.jdbc = jdbc;
        this.properties = properties;
    }

    CheckedRequest check(ProjectId project, RunRequest request) {
        var findings = new ArrayList<Finding>();
        limits(request.limits(), findings);
        scope(request.scope(), project, findings);
        var planKey = request.scope().plan();
        var plan = planKey == null ? null : plans.find(project, planKey).orElse(null);
        var environment = environment(project, request, plan, findings);
        if (!findings.isEmpty() || environment == null) {
            throw problem(findings);
        }
        refuseTooMany(project);
        return new CheckedRequest(plan, environment);
    }

    private static RuntimeException problem(List<Finding> findings) {
        var first = findings.getFirst();
        var type = switch (first.where()) {
            case "environment" -> RunProblem.ENVIRONMENT_IS_MISSING;
            case "scope" -> RunProblem.SCOPE_IS_EMPTY;
            case "scope one" -> RunProblem.SCOPE_IS_AMBIGUOUS;
            case "budgetMs", "workers", "stopOnFailures" -> RunProblem.LIMIT_IS_WRONG;
            default -> RunProblem.SCOPE_IS_UNKNOWN;
        };
        return type.because(first.problem(), findings);
    }

    private static void limits(RunLimits limits, List<Finding> findings) {
        var budget = limits.budget();
        var workers = limits.workers();
        var stop = limits.stopOnFailures();
        if (budget != null && (budget.isNegative() || budget.isZero() || budget.toDays() > 7)) {
            findings.add(Finding.error("budgetMs", "The budget is not between a millisecond and seven days.", ""));
        }
        if (workers != null && (workers < 1 || workers > MOST_WORKERS)) {
            findings.add(Finding.error("workers", "The workers are not between 1 and " + MOST_WORKERS + ".", ""));
        }
        if (stop != null && stop < 1) {
            findings.add(Finding.error("stopOnFailures", "The run cannot stop after fewer than 1 failure.", ""));
        }
    }

    private void scope(RunScope scope, ProjectId project, List<Finding> findings) {
        var named = Stream.of(
                        scope.plan() != null,
                        scope.suite() != null,
                        !scope.tests().isEmpty(),
                        scope.query() != null,
                        !scope.changed().isEmpty())
                .filter(each -> each)
                .count();
        if (named == 0) {
            findings.add(Finding.error("scope", "The request names nothing to run.", ""));
        } else if (named > 1) {
            findings.add(Finding.error("scope one", "The request names more than one thing to run.", ""));
        }
        unknown(scope, project, findings);
    }

    private void unknown(RunScope scope, ProjectId project, List<Finding> findings) {
        var plan = scope.plan();
        if (plan != null && plans.find(project, plan).isEmpty()) {
            findings.add(Finding.error("plan", "There is no plan \"" + plan + "\".", ""));
        }
        var suite = scope.suite();
        if (suite != null && suites.find(project, suite).isEmpty()) {
            findings.add(Finding.error("suite", "There is no suite \"" + suite + "\".", ""));
        }
        var known = tests.of(project, scope.tests()).stream().map(TestCase::key).collect(Collectors.toSet());
        for (var test : scope.tests()) {
            if (!known.contains(test)) {
                findings.add(Finding.error("tests", "There is no test case \"" + test + "\".", ""));
            }
        }
        for (var service : scope.changed()) {
            if (services.find(project, service).isEmpty()) {
                findings.add(Finding.error("changed", "There is no service \"" + service + "\".", ""));
            }
        }
    }

    private @Nullable Environment environment(
            ProjectId project, RunRequest request, @Nullable Plan plan, List<Finding> findings) {
        var asked = request.environment();
        var key = asked != null ? asked : plan == null ? null : plan.environment();
        if (key == null) {
            findings.add(Finding.error("environment", "The request names no environment.", ""));
            return null;
        }
        var found = environments.find(project, key).orElse(null);
        if (found == null) {
            findings.add(Finding.error("environment", "There is no environment \"" + key + "\".", ""));
        }
        return found;
    }

    private void refuseTooMany(ProjectId project) {
        var open = jdbc.sql(OPEN)
                .param("project", project.value())
                .query(Integer.class)
                .single();
        if (open >= properties.openRuns()) {
            throw RunProblem.TOO_MANY_RUNS.because(
                    "This project has " + open + " runs that are not over, which is the most.");
        }
    }
}
