package dev.interlock.risk.store;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Paths;
import dev.interlock.history.TestHistory;
import dev.interlock.history.TestRecord;
import dev.interlock.history.TookTimes;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.ContextEstimator;
import dev.interlock.risk.ContextPool;
import dev.interlock.risk.TestEstimate;
import dev.interlock.risk.TestEstimates;
import dev.interlock.risk.TestTrack;
import dev.interlock.risk.store.TestTracks.Track;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells what is expected of tests, and learns an environment again from its history. */
@Component
class Estimates implements TestEstimates {
    private static final double DEFAULT_MS = 5_000;
    private static final int NO_OPINION = 3;

    private final TrackTable table;
    private final Rebuilding rebuilding;
    private final TestCases tests;
    private final Coverages coverages;
    private final Paths paths;
    private final TestHistory history;
    private final InstantSource clock;

    Estimates(
            TrackTable table,
            Rebuilding rebuilding,
            TestCases tests,
            Coverages coverages,
            Paths paths,
            TestHistory history,
            InstantSource clock) {
        this.table = table;
        this.rebuilding = rebuilding;
        this.tests = tests;
        this.coverages = coverages;
        this.paths = paths;
        this.history = history;
        this.clock = clock;
    }

    /** What holds for the tests of a project together. */
    private record Usual(ContextPool pool, double ms, double flakiness) {}

    @Override
    public Map<TestKey, TestEstimate> of(ProjectId project, EnvironmentKey environment) {
        var keys = tests.all(project).stream().map(TestCase::key).toList();
        return of(project, environment, keys);
    }

    @Override
    public Map<TestKey, TestEstimate> of(ProjectId project, EnvironmentKey environment, List<TestKey> chosen) {
        var keys = chosen.stream().map(TestKey::value).toList();
        var known = table.load(project, environment.value(), keys);
        var records = history.records(project, environment.value(), keys);
        var ratings = ratings(project, chosen);
        var together = table.usual(project, environment.value());
        var usual = new Usual(
                table.pool(project, environment.value()), together.medianMs().orElse(DEFAULT_MS), together.flakiness());
        var estimates = new HashMap<TestKey, TestEstimate>();
        for (var test : chosen) {
            var key = test.value();
            var rating = ratings.getOrDefault(key, NO_OPINION);
            estimates.put(test, estimate(known.get(key), usual, rating, records.get(key)));
        }
        return estimates;
    }

    @Override
    @Transactional
    public void rebuild(ProjectId project, String environment) {
        rebuilding.rebuild(project, environment);
    }

    private Map<String, Integer> ratings(ProjectId project, List<TestKey> chosen) {
        var ofPath = new HashMap<String, Integer>();
        for (IntegrationPath path : paths.all(project)) {
            var rating = path.likelihoodRating();
            if (rating != null) {
                ofPath.put(path.key().value(), rating);
            }
        }
        var ratings = new HashMap<String, Integer>();
        if (ofPath.isEmpty()) {
            return ratings;
        }
        coverages.of(project, chosen).forEach(coverage -> {
            var rating = ofPath.get(coverage.path().value());
            if (rating != null) {
                ratings.merge(coverage.test().value(), rating, Math::max);
            }
        });
        return ratings;
    }

    private TestEstimate estimate(@Nullable Track known, Usual usual, int rating, @Nullable TestRecord record) {
        var track = known == null ? TestTrack.unseen() : known.now();
        var ms = ContextEstimator.expectedMs(track, usual.ms());
        return new TestEstimate(
                ContextEstimator.probability(track, usual.pool(), rating),
                ContextEstimator.explanation(track, usual.pool(), rating),
                Duration.ofMillis(Math.round(ms)),
                p90(ms, record == null ? null : record.took()),
                track.tookMs() > 0,
                known == null ? 0 : track.confidence(Duration.between(known.lastAt(), clock.instant())),
                track.flakiness(usual.flakiness()),
                track.isUnreliable(usual.flakiness()),
                known == null ? null : known.lastAt());
    }

    /** Without a record of passes, twice the expected time. */
    private static Duration p90(double ms, @Nullable TookTimes took) {
        var known = took == null ? 2 * ms : took.p90().toMillis();
        return Duration.ofMillis(Math.round(Math.max(ms, known)));
    }
}
