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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Teaches the estimator: each test counts once a run, however many items and batches it comes in, and a verdict taken back
 * on the same change counts half, once.
 */
@Component
class TestTracks {
    private static final int NO_OPINION = 3;

    private final TrackTable table;
    private final TaughtBatches batches;

    TestTracks(TrackTable table, TaughtBatches batches) {
        this.table = table;
        this.batches = batches;
    }

    /**
     * A test before and after its last run.
     *
     * @param verdict what the run says so far
     * @param tookMs time of the run so far
     */
    record Track(
            String test, UUID run, double verdict, double tookMs, TestTrack before, TestTrack now, Instant lastAt) {}

    /**
     * What a batch says of one test.
     *
     * @param first verdict of its first item
     * @param contradicts true when the first item contradicts the verdict before it and nothing known has changed
     */
    record Said(double verdict, double tookMs, Instant at, double first, boolean contradicts) {
        static Said of(ItemOutcome item, boolean contradicts) {
            var verdict = item.flakyInRun() ? TestTrack.MIXED : item.outcome() == Outcome.FAILED ? 1 : 0;
            return new Said(verdict, item.took().toMillis(), item.finishedAt(), verdict, contradicts);
        }

        /** A clear failure of one data row outweighs a mixed one, and that a pass; a verdict taken back is a mixed one. */
        Said with(Said later) {
            var whole = later.contradicts ? TestTrack.MIXED : Math.max(verdict, later.verdict);
            return new Said(whole, tookMs + later.tookMs, at.isAfter(later.at) ? at : later.at, first, contradicts);
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

    private static Expected expected(ContextPool pool, @Nullable Track known, RunRef run) {
        var track = known == null
                ? TestTrack.unseen()
                : known.run().equals(run.id().value()) ? known.before() : known.now();
        return new Expected(ContextEstimator.probability(track, pool, NO_OPINION), Math.max(1, track.tookMs()));
    }

    /**
     * Learns a batch of a run as it is stored and keeps which items taught; the caller holds the lock of the project.
     *
     * @return what was expected of its tests before any of their run was learned from
     */
    Map<String, Expected> teach(ProjectId project, RunRef run, List<ItemOutcome> items, Set<Integer> contradicting) {
        var environment = run.environmentName();
        var said = said(items, contradicting);
        var pool = table.pool(project, environment);
        var known = table.load(project, environment, said.keySet());
        var expected = new LinkedHashMap<String, Expected>();
        said.keySet().forEach(key -> expected.put(key, expected(pool, known.get(key), run)));
        learn(project, environment, run.id().value(), said, pool, known);
        batches.add(project, environment, run.id().value(), items);
        return expected;
    }

    /** Learns a batch of a run again. */
    void learn(ProjectId project, String environment, UUID run, List<ItemOutcome> items, Set<Integer> contradicting) {
        var said = said(items, contradicting);
        var known = table.load(project, environment, said.keySet());
        learn(project, environment, run, said, table.pool(project, environment), known);
    }

    private static Map<String, Said> said(List<ItemOutcome> items, Set<Integer> contradicting) {
        var said = new LinkedHashMap<String, Said>();
        items.forEach(
                item -> said.merge(item.testKey(), Said.of(item, contradicting.contains(item.seq())), Said::with));
        return said;
    }

    private void learn(
            ProjectId project,
            String environment,
            UUID run,
            Map<String, Said> said,
            ContextPool pool,
            Map<String, Track> known) {
        if (table.isNew(project, environment, run)) {
            pool.startRun();
        }
        var learnt = said.entrySet().stream()
                .map(entry -> learn(pool, entry.getKey(), entry.getValue(), known.get(entry.getKey()), run))
                .toList();
        table.save(project, environment, pool, learnt);
    }

    private static Track learn(ContextPool pool, String test, Said said, @Nullable Track known, UUID run) {
        if (known == null) {
            return counted(pool, test, run, said, said.verdict(), TestTrack.unseen());
        }
        if (known.run().equals(run)) {
            var whole = new Said(known.verdict(), known.tookMs(), known.lastAt(), known.verdict(), false).with(said);
            return corrected(pool, run, whole, whole.verdict(), known);
        }
        if (said.contradicts() && known.verdict() != said.first()) {
            return corrected(pool, run, said, TestTrack.MIXED, known);
        }
        return counted(pool, test, run, said, said.contradicts() ? TestTrack.MIXED : said.verdict(), known.now());
    }

    private static Track counted(ContextPool pool, String test, UUID run, Said said, double verdict, TestTrack before) {
        pool.count(before.bucket(), verdict);
        return track(test, run, said, verdict, before);
    }

    private static Track corrected(ContextPool pool, UUID run, Said said, double verdict, Track known) {
        pool.correct(known.before().bucket(), known.verdict(), verdict);
        return track(known.test(), run, said, verdict, known.before());
    }

    private static Track track(String test, UUID run, Said said, double verdict, TestTrack before) {
        var after = before.after(verdict);
        var now = said.tookMs() > 0 ? after.took(said.tookMs()) : after;
        return new Track(test, run, verdict, said.tookMs(), before, now, said.at());
    }
}
