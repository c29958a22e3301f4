package dev.interlock.risk.store;

import dev.interlock.catalog.PathKey;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.OutcomesRecorded;
import dev.interlock.history.ProblemClosed;
import dev.interlock.history.ProblemGroup;
import dev.interlock.risk.HopFilter;
import dev.interlock.risk.HopId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells beliefs what was mended: by what tests show, or because a person says so. */
@Component
class Mendings {
    /** A hop less likely broken than this was not what failed. */
    private static final double SUSPECT = .1;

    private final Beliefs beliefs;
    private final Landscape landscape;
    private final ScoreNotes scoreNotes;
    private final FailingPaths failingPaths;
    private final InstantSource clock;

    Mendings(
            Beliefs beliefs,
            Landscape landscape,
            ScoreNotes scoreNotes,
            FailingPaths failingPaths,
            InstantSource clock) {
        this.beliefs = beliefs;
        this.landscape = landscape;
        this.scoreNotes = scoreNotes;
        this.failingPaths = failingPaths;
        this.clock = clock;
    }

    /** A person says that a problem is no more, whatever its tests show. */
    @EventListener
    void on(ProblemClosed news) {
        if (!news.byPerson()) {
            return;
        }
        var project = news.project();
        beliefs.lock(project);
        var view = landscape.of(project);
        var at = clock.instant();
        var filter = beliefs.filter(project, view, at);
        mended(view, filter, news.problem(), Set.of(), at);
        var touched = beliefs.save(project, filter);
        if (!touched.isEmpty()) {
            scoreNotes.over(project, view, filter, touched, Set.of(), at, words(news.problem()));
        }
    }

    /** Tells what a run closed and which paths fail no more; gives the paths that fail now. */
    Set<String> tell(Landscape.View view, HopFilter filter, OutcomesRecorded news) {
        var run = news.run();
        var failing = failingPaths.of(news.project(), run);
        news.closed().forEach(problem -> mended(view, filter, problem, failing, run.startedAt()));
        news.outcomes().stream()
                .filter(item -> item.outcome() == Outcome.PASSED)
                .flatMap(item -> item.paths().stream())
                .map(share -> share.path().value())
                .filter(path -> !failing.contains(path))
                .distinct()
                .sorted()
                .forEach(path -> filter.recovered(
                        path,
                        failing,
                        "no test of " + path + " fails any more in RUN-" + run.number(),
                        "runs/RUN-" + run.number(),
                        run.startedAt()));
        return failing;
    }

    /** Keeps what failed over paths that fail now, outages left out. */
    void keep(OutcomesRecorded news, List<ItemOutcome> items, Set<String> failing, Showings showings) {
        failingPaths.note(news.project(), news.run(), failing, items, showings::isOutside);
    }

    static String words(ProblemGroup problem) {
        return "problem " + problem.id() + " mended";
    }

    private static void mended(
            Landscape.View view, HopFilter filter, ProblemGroup problem, Set<String> failing, Instant at) {
        Showings.blamed(problem.blame(), filter)
                .or(() -> mostSuspect(view, filter, problem.paths()))
                .ifPresent(hop -> filter.mended(
                        hop, failing, "problem " + problem.id() + " is mended", "problems/" + problem.id(), at));
    }

    private static Optional<HopId> mostSuspect(Landscape.View view, HopFilter filter, List<PathKey> paths) {
        var byKey = view.byKey();
        return paths.stream()
                .flatMap(path -> Optional.ofNullable(byKey.get(path)).stream())
                .flatMap(path -> Landscape.View.hops(path).stream())
                .max(Comparator.comparingDouble(hop -> fault(filter, hop)))
                .filter(hop -> fault(filter, hop) >= SUSPECT);
    }

    private static double fault(HopFilter filter, HopId hop) {
        return filter.find(hop).orElseThrow().fault();
    }
}
