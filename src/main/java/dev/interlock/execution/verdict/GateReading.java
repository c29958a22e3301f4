package dev.interlock.execution.verdict;

import dev.interlock.catalog.PathKey;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunState;
import dev.interlock.history.Outcome;
import dev.interlock.history.PathHistory;
import dev.interlock.history.PathState;
import dev.interlock.history.ProblemGroup;
import dev.interlock.history.Problems;
import dev.interlock.history.Quarantines;
import dev.interlock.history.Verification;
import dev.interlock.plan.GateFacts;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.Band;
import dev.interlock.risk.PathRisk;
import dev.interlock.risk.RiskBoard;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the facts a gate is decided on. */
@Component
class GateReading {
    private static final int MOST_NAMES = 1_000;

    private static final String TESTS = """
            select test_key, test_name, outcome, must_run, count(*) over () as rows
              from execution.item_result
             where month = :month and project_id = :project and run_id = :run and must_run
            union all
            select test_key, test_name, 'OPEN', must_run, 0
              from execution.run_item
             where project_id = :project and run_id = :run and state <> 'DONE' and must_run
            """;

    private static final String BREAKS = """
            select distinct failure ->> 'sentence'
              from execution.item_result
             where month = :month and project_id = :project and run_id = :run and cause = 'CONTRACT'
             limit 1000
            """;

    private record MustRun(String key, String name, String outcome) {
        boolean isFault() {
            return outcome.equals(Outcome.FAILED.name()) || outcome.equals(Outcome.BROKEN.name());
        }

        boolean isMissing() {
            return !isFault() && !outcome.equals(Outcome.PASSED.name());
        }
    }

    private final JdbcClient jdbc;
    private final Baselines baselines;
    private final Problems problems;
    private final Quarantines quarantines;
    private final RiskBoard risk;
    private final PathHistory paths;

    GateReading(
            JdbcClient jdbc,
            Baselines baselines,
            Problems problems,
            Quarantines quarantines,
            RiskBoard risk,
            PathHistory paths) {
        this.jdbc = jdbc;
        this.baselines = baselines;
        this.problems = problems;
        this.quarantines = quarantines;
        this.risk = risk;
        this.paths = paths;
    }

    GateFacts of(ProjectId project, Run run, double riskLeft) {
        var all = tests(project, run);
        var apart = quarantines.of(project).keySet();
        var counted = all.stream().filter(test -> !apart.contains(test.key())).toList();
        return new GateFacts(
                run.state() != RunState.CANCELLED && run.state() != RunState.QUEUED,
                keys(counted, test -> true).size(),
                names(counted, MustRun::isFault),
                names(counted, MustRun::isMissing),
                newProblems(project, run),
                criticalPathsBad(project),
                riskLeft,
                breaks(project, run),
                keys(all, test -> true).size(),
                keys(all, test -> apart.contains(test.key())).size(),
                run.counts().flaky());
    }

    private List<MustRun> tests(ProjectId project, Run run) {
        return jdbc.sql(TESTS)
                .param("month", run.month())
                .param("project", project.value())
                .param("run", run.id().value())
                .query((row, n) -> new MustRun(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private List<String> breaks(ProjectId project, Run run) {
        return jdbc.sql(BREAKS)
                .param("month", run.month())
                .param("project", project.value())
                .param("run", run.id().value())
                .query((row, n) -> Objects.requireNonNullElse(row.getString(1), ""))
                .list();
    }

    private @Nullable List<String> newProblems(ProjectId project, Run run) {
        var baseline = baselines.of(project, run);
        if (baseline.isEmpty()) {
            return null;
        }
        var known = problems.ofRun(project, baseline.get().id()).stream()
                .map(ProblemGroup::id)
                .collect(Collectors.toSet());
        return problems.ofRun(project, run.id()).stream()
                .filter(problem -> !known.contains(problem.id()))
                .map(ProblemGroup::sentence)
                .toList();
    }

    private List<String> criticalPathsBad(ProjectId project) {
        var states = paths.states(project);
        return risk.all(project).stream()
                .filter(path -> path.band() == Band.CRITICAL)
                .map(PathRisk::path)
                .filter(path -> isBad(states.get(path)))
                .map(PathKey::value)
                .toList();
    }

    private static boolean isBad(@Nullable PathState state) {
        return state == null || state.state() == Verification.FAILING || state.state() == Verification.UNTESTED;
    }

    private static Set<String> keys(List<MustRun> tests, Predicate<MustRun> which) {
        return tests.stream().filter(which).map(MustRun::key).collect(Collectors.toSet());
    }

    private static List<String> names(List<MustRun> tests, Predicate<MustRun> which) {
        return tests.stream()
                .filter(which)
                .map(MustRun::name)
                .distinct()
                .sorted()
                .limit(MOST_NAMES)
                .toList();
    }
}
