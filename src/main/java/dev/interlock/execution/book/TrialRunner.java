package dev.interlock.execution.book;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.execution.ItemDetail;
import dev.interlock.execution.ItemState;
import dev.interlock.execution.ItemSummary;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.Trials;
import dev.interlock.execution.carry.ItemResult;
import dev.interlock.execution.carry.ItemRunner;
import dev.interlock.execution.carry.ItemWork;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.testcase.PinnedTest;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestKind;
import dev.interlock.testcase.TestState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out one case at once and keeps nothing of it. */
@Component
class TrialRunner implements Trials {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Semaphore AT_ONCE = new Semaphore(10);

    private final TestCases tests;
    private final Environments environments;
    private final Pinning pinning;
    private final ItemRunner runner;
    private final AuditLog audit;

    TrialRunner(TestCases tests, Environments environments, Pinning pinning, ItemRunner runner, AuditLog audit) {
        this.tests = tests;
        this.environments = environments;
        this.pinning = pinning;
        this.runner = runner;
        this.audit = audit;
    }

    @Override
    public ItemDetail attempt(
            ProjectId project, TestKey key, EnvironmentKey place, @Nullable Integer row, Actor actor) {
        var environment = open(project, place);
        var test = content(project, key);
        var rows = test.rows().size();
        if (row != null && (row < 1 || row > rows)) {
            throw RunProblem.TEST_CANNOT_BE_TRIED.because("The test case \"" + key + "\" has " + rows + " data rows.");
        }
        var number = row != null ? row : rows == 0 ? null : Integer.valueOf(1);
        return attempt(project, test, environment, number, actor);
    }

    @Override
    public ItemDetail attempt(ProjectId project, PinnedTest test, EnvironmentKey place, Actor actor) {
        return attempt(project, test, open(project, place), null, actor);
    }

    private ItemDetail attempt(
            ProjectId project, PinnedTest test, Environment environment, @Nullable Integer row, Actor actor) {
        audit.record(
                project,
                actor,
                "test.tried",
                test.key().value(),
                null,
                environment.key().value());
        return carryOut(new ItemWork(project, "trial", 1, pinning.pin(project, environment), test, row));
    }

    private Environment open(ProjectId project, EnvironmentKey place) {
        var environment = environments
                .find(project, place)
                .orElseThrow(
                        () -> RunProblem.ENVIRONMENT_IS_MISSING.because("There is no environment \"" + place + "\"."));
        if (environment.protectedEnvironment()) {
            throw RunProblem.ENVIRONMENT_IS_PROTECTED.because(
                    "The environment \"" + place + "\" is protected: nothing is tried out there.");
        }
        return environment;
    }

    private PinnedTest content(ProjectId project, TestKey key) {
        var test = tests.pin(project, List.of(key)).stream()
                .findFirst()
                .orElseThrow(() -> RunProblem.SCOPE_IS_UNKNOWN.because("There is no test case \"" + key + "\"."));
        if (test.kind() != TestKind.WORKFLOW || test.state() == TestState.INVALID) {
            throw RunProblem.TEST_CANNOT_BE_TRIED.because(
                    "The test case \"" + key + "\" has no workflow that can be carried out.");
        }
        return test;
    }

    private ItemDetail carryOut(ItemWork work) {
        if (!AT_ONCE.tryAcquire()) {
            throw RunProblem.TOO_MANY_RUNS.because("Ten cases are being tried out already, which is the most.");
        }
        try {
            var until = System.nanoTime() + LONGEST.toNanos();
            return detail(work, runner.carryOut(work, () -> System.nanoTime() > until));
        } catch (InterruptedException e) {
            throw RunProblem.TEST_CANNOT_BE_TRIED.because(
                    "The test case \"" + work.test().key() + "\" took longer than two minutes and was stopped.");
        } finally {
            AT_ONCE.release();
        }
    }

    private static ItemDetail detail(ItemWork work, ItemResult result) {
        var summary = new ItemSummary(
                1,
                work.test().key().value(),
                work.test().name(),
                work.row() == null ? null : "row " + work.row(),
                TestKind.WORKFLOW,
                ItemState.DONE,
                result.outcome(),
                result.took(),
                result.finishedAt(),
                result.attempts().size(),
                result.flaky(),
                result.failure(),
                List.of(),
                "tried out",
                result.notes());
        return new ItemDetail(summary, Bodies.into(result.attempts(), result.bodies()), Map.of(), List.of(), "");
    }
}
