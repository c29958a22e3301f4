package dev.interlock.risk.store;

import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.RunRef;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.ContextEstimator;
import dev.interlock.risk.ContextPool;
import dev.interlock.risk.TestTrack;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Teaches the estimator: each test counts once a run, however many items and batches it comes in. */
@Component
class TestTracks {
    private static final int NO_OPINION = 3;

    private final TrackTable table;

    TestTracks(TrackTable table) {
        this.table = table;
    }

    /**
     * A test before and after its last run.
     *
     * @param verdict what the run says so far
     * @param tookMs time of the run so far
     */
    record Track(
            String test, UUID run, double verdict, double tookMs, TestTrack before, TestTrack now, Instant lastAt) {}

    /** What a batch says of one test. */
    record Said(double verdict, double tookMs, Instant at) {
        Said with(Said other) {
            return new Said(worse(verdict, other.verdict), tookMs + other.tookMs, at.isAfter(other.at) ? at : other.at);
        }
    }

    /**
     * What is expected of a test before a run.
     *
     * @param ms expected time
     */
    record Expected(double probability, double ms) {
        static final Expected UNKNOWN = new Expected(0, 1);
    }

    /** What was expected of the tests of these outcomes before any of their run was learned from. */
    Map<String, Expected> expected(ProjectId project, RunRef run, List<ItemOutcome> items) {
        var keys = items.stream().map(ItemOutcome::testKey).distinct().toList();
        var pool = table.pool(project, run.environmentName());
        var known = table.load(project, run.environmentName(), keys);
        var expected = new LinkedHashMap<String, Expected>();
        keys.forEach(key -> expected.put(key, expected(pool, known.get(key), run)));
        return expected;
    }

    private static Expected expected(ContextPool pool, @Nullable Track known, RunRef run) {
        var track = known == null
                ? TestTrack.unseen()
                : known.run().equals(run.id().value()) ? known.before() : known.now();
        return new Expected(ContextEstimator.probability(track, pool, NO_OPINION), Math.max(1, track.tookMs()));
    }

    void learn(ProjectId project, RunRef run, List<ItemOutcome> items) {
        var said = new LinkedHashMap<String, Said>();
        items.forEach(item -> said.merge(item.testKey(), said(item), Said::with));
        learn(project, run.environmentName(), run.id().value(), said);
    }

    void learn(ProjectId project, String environment, UUID run, Map<String, Said> said) {
        var pool = table.pool(project, environment);
        if (table.isNew(project, environment, run)) {
            pool.startRun();
        }
        var known = table.load(project, environment, said.keySet());
        var learnt = said.entrySet().stream()
                .map(entry -> learn(pool, entry.getKey(), entry.getValue(), known.get(entry.getKey()), run))
                .toList();
        table.save(project, environment, pool, learnt);
    }

    static double verdict(Outcome outcome, boolean flaky) {
        return flaky ? TestTrack.MIXED : outcome == Outcome.FAILED ? 1 : 0;
    }

    private static Said said(ItemOutcome item) {
        return new Said(verdict(item.outcome(), item.flakyInRun()), item.took().toMillis(), item.finishedAt());
    }

    private static Track learn(ContextPool pool, String test, Said said, @Nullable Track known, UUID run) {
        if (known == null || !known.run().equals(run)) {
            var before = known == null ? TestTrack.unseen() : known.now();
            pool.count(before.bucket(), said.verdict());
            return track(test, run, said, before);
        }
        var whole = new Said(known.verdict(), known.tookMs(), known.lastAt()).with(said);
        pool.correct(known.before().bucket(), known.verdict(), whole.verdict());
        return track(test, run, whole, known.before());
    }

    private static Track track(String test, UUID run, Said said, TestTrack before) {
        var after = before.after(said.verdict());
        var now = said.tookMs() > 0 ? after.took(said.tookMs()) : after;
        return new Track(test, run, said.verdict(), said.tookMs(), before, now, said.at());
    }

    /** A clear failure of one data row outweighs a mixed one, and that a pass. */
    private static double worse(double one, double other) {
        return Math.max(one, other);
    }
}
