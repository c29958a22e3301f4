package dev.interlock.plan;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.PathKey;
import dev.interlock.history.Quarantine;
import dev.interlock.history.Quarantines;
import dev.interlock.plan.Candidate.CoveredPath;
import dev.interlock.plan.PlanInputs.PathWeight;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.RiskBoard;
import dev.interlock.risk.TestEstimate;
import dev.interlock.risk.TestEstimates;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects what the planner needs, each kind of it once. */
@Component
class LiveSelections implements Selections {
    private static final TestEstimate NOTHING_KNOWN = TestEstimate.unknown();

    private final ScopeTests scopes;
    private final Coverages coverages;
    private final RiskBoard risks;
    private final TestEstimates estimates;
    private final Quarantines quarantines;
    private final Blockers blockers;
    private final InstantSource clock;

    LiveSelections(
            ScopeTests scopes,
            Coverages coverages,
            RiskBoard risks,
            TestEstimates estimates,
            Quarantines quarantines,
            Blockers blockers,
            InstantSource clock) {
        this.scopes = scopes;
        this.coverages = coverages;
        this.risks = risks;
        this.estimates = estimates;
        this.quarantines = quarantines;
        this.blockers = blockers;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Selection preview(ProjectId project, PlanValues values) {
        return Planner.plan(inputs(project, values));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Duration> smallestBudget(ProjectId project, PlanValues values, double wanted) {
        return Planner.smallestBudget(inputs(project, values), wanted);
    }

    private PlanInputs inputs(ProjectId project, PlanValues values) {
        var tests = scopes.of(project, values);
        var covered = covered(project, tests);
        var quarantined = quarantines.of(project).values().stream()
                .collect(Collectors.toMap(Quarantine::testKey, LiveSelections::reason));
        var weights = weights(project);
        var inputs = new PlanInputs(
                candidates(estimates(project, values.environment(), tests), tests, covered, weights),
                weights,
                values.budget(),
                Math.max(1, values.workers()),
                values.pins(),
                values.drops(),
                keyed(tests, quarantined),
                blockers.of(project, values, tests, covered),
                clock.instant());
        return values.environment() == null ? inputs : inputs.withFallback();
    }

    private Map<TestKey, TestEstimate> estimates(
            ProjectId project, @Nullable EnvironmentKey environment, List<TestCase> tests) {
        var keys = tests.stream().map(TestCase::key).toList();
        return environment == null ? Map.of() : estimates.of(project, environment, keys);
    }

    private static List<Candidate> candidates(
            Map<TestKey, TestEstimate> known,
            List<TestCase> tests,
            Map<TestKey, List<CoveredPath>> covered,
            Map<PathKey, PathWeight> weights) {
        var candidates = new ArrayList<Candidate>();
        for (var test : tests) {
            var paths = covered.getOrDefault(test.key(), List.of());
            var estimate = known.getOrDefault(test.key(), NOTHING_KNOWN);
            candidates.add(new Candidate(
                    test.key(),
                    estimate.probability(),
                    impact(paths, weights),
                    estimate.expected(),
                    estimate.p90(),
                    estimate.durationKnown(),
                    estimate.lastRun(),
                    paths));
        }
        return candidates;
    }

    private Map<PathKey, PathWeight> weights(ProjectId project) {
        var weights = new HashMap<PathKey, PathWeight>();
        risks.now(project).forEach(risk -> weights.put(risk.path(), new PathWeight(risk.weight(), risk.impact())));
        return weights;
    }

    private Map<TestKey, List<CoveredPath>> covered(ProjectId project, List<TestCase> tests) {
        var covered = new HashMap<TestKey, List<CoveredPath>>();
        coverages
                .of(project, tests.stream().map(TestCase::key).toList())
                .forEach(one -> covered.computeIfAbsent(one.test(), _ -> new ArrayList<>())
                        .add(new CoveredPath(one.path(), one.share())));
        return covered;
    }

    private static int impact(List<CoveredPath> paths, Map<PathKey, PathWeight> weights) {
        return paths.stream()
                .map(covered -> weights.get(covered.path()))
                .filter(Objects::nonNull)
                .mapToInt(PathWeight::impact)
                .max()
                .orElse(1);
    }

    private static Map<TestKey, String> keyed(List<TestCase> tests, Map<String, String> reasons) {
        var keyed = new HashMap<TestKey, String>();
        tests.forEach(test -> {
            var reason = reasons.get(test.key().value());
            if (reason != null) {
                keyed.put(test.key(), reason);
            }
        });
        return keyed;
    }

    private static String reason(Quarantine quarantine) {
        return "in quarantine until " + quarantine.until() + ": " + quarantine.reason();
    }
}
