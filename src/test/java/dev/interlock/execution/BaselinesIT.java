package dev.interlock.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.execution.Baseline.Kind;
import dev.interlock.history.Outcome;
import dev.interlock.history.Purpose;
import dev.interlock.plan.Verdict;
import dev.interlock.platform.Problem;
import dev.interlock.platform.RunId;
import dev.interlock.platform.database.TestDatabase;
import dev.interlock.testcase.CrashPolicy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BaselinesIT {
    private final AtomicReference<Outcome> next = new AtomicReference<>(Outcome.PASSED);
    private final TestWorld world = TestWorld.on(TestDatabase.newDatabase(), (_, _) -> TestWorld.result(next.get()))
            .with(1, CrashPolicy.RERUN);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theLastRunThatPassedItsGateIsTheBaselineUnlessSomebodySaysOtherwise() {
        var passed = run(Outcome.PASSED, "main");
        var failed = run(Outcome.FAILED, "main");
        var now = run(Outcome.PASSED, "main");
        assertThat(passed.verdict()).isEqualTo(Verdict.PASS);
        assertThat(failed.verdict()).isEqualTo(Verdict.FAIL);

        assertThat(rules().of(TestWorld.PROJECT, TestNeighbours.STAGING)).isEqualTo(Baseline.passed());
        assertThat(baseline(now)).isEqualTo(passed.id());

        set(Kind.PREVIOUS, null);
        assertThat(baseline(now)).isEqualTo(failed.id());

        set(Kind.PINNED, passed.id());
        assertThat(baseline(now)).isEqualTo(passed.id());
        assertThat(baseline(failed)).isEqualTo(passed.id());
        assertThat(baseline(passed))
                .as("a pinned run is not compared with itself")
                .isNull();

        set(Kind.PASSED, null);
        assertThat(baseline(now)).isEqualTo(passed.id());
    }

    @Test
    void aBranchFallsBackToMain() {
        var main = run(Outcome.PASSED, "main");
        var first = run(Outcome.PASSED, "release/2");
        var second = run(Outcome.PASSED, "release/2");

        assertThat(baseline(first)).isEqualTo(main.id());
        assertThat(baseline(second)).isEqualTo(first.id());
    }

    @Test
    void onlyARunThatIsEvidenceCanBePinned() {
        var change = world.await(world.get(Runs.class)
                .request(
                        TestWorld.PROJECT,
                        TestWorld.anything().labelled(labels(Purpose.CHANGE, "feature/x")),
                        TestWorld.TESTER));

        assertThatThrownBy(() -> set(Kind.PINNED, change.id()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(RunProblem.BASELINE_IS_WRONG));
        assertThatThrownBy(() -> set(Kind.PINNED, null)).isInstanceOf(Problem.class);
    }

    private Run run(Outcome outcome, String branch) {
        next.set(outcome);
        return world.await(world.get(Runs.class)
                .request(
                        TestWorld.PROJECT,
                        TestWorld.anything().labelled(labels(Purpose.RELEASE, branch)),
                        TestWorld.TESTER));
    }

    private static RunLabels labels(Purpose purpose, String branch) {
        return new RunLabels(purpose, branch, "", "", Map.of(), Map.of());
    }

    private BaselineRules rules() {
        return world.get(BaselineRules.class);
    }

    private void set(Kind kind, @Nullable RunId run) {
        rules().set(TestWorld.PROJECT, TestNeighbours.STAGING, new Baseline(kind, run), TestWorld.TESTER);
    }

    private @Nullable RunId baseline(Run run) {
        return world.get(RunReports.class)
                .baseline(TestWorld.PROJECT, run.id())
                .map(Run::id)
                .orElse(null);
    }
}
