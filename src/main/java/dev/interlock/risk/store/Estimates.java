package dev.interlock.risk.store;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Paths;
import dev.interlock.history.EvidenceLog;
import dev.interlock.history.TestHistory;
import dev.interlock.history.TestRecord;
import dev.interlock.history.TookTimes;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.ContextEstimator;
import dev.interlock.risk.ContextPool;
import dev.interlock.risk.TestEstimate;
import dev.interlock.risk.TestEstimates;
import dev.interlock.risk.TestTrack;
import dev.interlock.risk.store.TestTracks.Said;
import dev.interlock.risk.store.TestTracks.Track;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells what is expected of tests, and learns an environment again from its history. */
@Component
class Estimates implements TestEstimates {
    private static final double DEFAULT_MS = 5_000;
    private static final double SMALLEST_PART = 1_000;
    private static final int NO_OPINION = 3;

    private final TrackTable table;
    private final TestTracks tracks;
    private final TestCases tests;
    private final Coverages coverages;
    private final Paths paths;
    private final TestHistory history;
    private final EvidenceLog evidence;

    Estimates(
            TrackTable table,
            TestTracks tracks,
            TestCases tests,
            Coverages coverages,
            Paths paths,
            TestHistory history,
            EvidenceLog evidence) {
        this.table = table;
        this.tracks = tracks;
        this.tests = tests;
        this.coverages = coverages;
        this.paths = paths;
        this.history = history;
        this.evidence = evidence;
    }

    @Override
    public Map<TestKey, TestEstimate> of(ProjectId project, EnvironmentKey environment) {
        var known = table.load(project, environment.value());
        var pool = table.pool(project, environment.value());
        var records = history.records(project, environment.value());
        var ratings = ratings(project);
        var median = ContextEstimator.medianMs(
                        known.values().stream().map(Track::now).toList())
                .orElse(DEFAULT_MS);
        var estimates = new HashMap<TestKey, TestEstimate>();
        for (var test : tests.all(project)) {
            var key = test.key().value();
            var rating = ratings.getOrDefault(key, NO_OPINION);
            estimates.put(test.key(), estimate(known.get(key), pool, rating, records.get(key), median));
        }
        return estimates;
    }

    @Override
    @Transactional
    public void rebuild(ProjectId project, String environment) {
        table.clear(project, environment);
        evidence.replay(project, environment, run -> {
            var said = new LinkedHashMap<String, Said>();
            run.items()
                    .forEach(item -> said.merge(
                            item.testKey(),
                            new Said(
                                    TestTracks.verdict(item.outcome(), item.flakyInRun()),
                                    item.took().toMillis(),
                                    item.finishedAt()),
                            Said::with));
            tracks.learn(project, environment, run.id().value(), said);
        });
    }

    private Map<String, Integer> ratings(ProjectId project) {
        var ofPath = new HashMap<String, Integer>();
        for (IntegrationPath path : paths.all(project)) {
            var rating = path.likelihoodRating();
            if (rating != null) {
                ofPath.put(path.key().value(), rating);
            }
        }
        var ratings = new HashMap<String, Integer>();
        coverages.of(project).forEach(coverage -> {
            var rating = ofPath.get(coverage.path().value());
            if (rating != null) {
                ratings.merge(coverage.test().value(), rating, Math::max);
            }
        });
        return ratings;
    }

    private static TestEstimate estimate(
            @Nullable Track known, ContextPool pool, int rating, @Nullable TestRecord record, double median) {
        var track = known == null ? TestTrack.unseen() : known.now();
        var ms = Math.max(track.tookMs() > 0 ? track.tookMs() : median, median / SMALLEST_PART);
        return new TestEstimate(
                ContextEstimator.probability(track, pool, rating),
                ContextEstimator.explanation(track, pool, rating),
                Duration.ofMillis(Math.round(ms)),
                p90(ms, record == null ? null : record.took()),
                track.tookMs() > 0,
                known == null ? null : known.lastAt());
    }

    /** Without a record of passes, twice the expected time. */
    private static Duration p90(double ms, @Nullable TookTimes took) {
        var known = took == null ? 2 * ms : took.p90().toMillis();
        return Duration.ofMillis(Math.round(Math.max(ms, known)));
    }
}
