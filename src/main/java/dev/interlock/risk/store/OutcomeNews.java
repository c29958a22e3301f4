package dev.interlock.risk.store;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.PathKey;
import dev.interlock.history.Blame;
import dev.interlock.history.Failure;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.OutcomesRecorded;
import dev.interlock.history.PathShare;
import dev.interlock.history.ProblemClosed;
import dev.interlock.history.RunRef;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.HopFilter;
import dev.interlock.risk.HopId;
import dev.interlock.risk.Showing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves beliefs with outcomes and fixes, once for each batch, in the transaction that stores them. */
@Component
class OutcomeNews {
    private static final double SURE = .95;

    private final Beliefs beliefs;
    private final Landscape landscape;
    private final ScoreNotes scoreNotes;
    private final Outages outages;
    private final TestTracks tracks;
    private final Learned learned;
    private final Forecasts forecasts;

    OutcomeNews(
            Beliefs beliefs,
            Landscape landscape,
            ScoreNotes scoreNotes,
            Outages outages,
            TestTracks tracks,
            Learned learned,
            Forecasts forecasts) {
        this.beliefs = beliefs;
        this.landscape = landscape;
        this.scoreNotes = scoreNotes;
        this.outages = outages;
        this.tracks = tracks;
        this.learned = learned;
        this.forecasts = forecasts;
    }

    @EventListener
    void on(OutcomesRecorded news) {
        if (!news.run().isEvidence()) {
            return;
        }
        var project = news.project();
        beliefs.lock(project);
        var excused = outages.excused(project, news.run(), news.outcomes());
        var teaching = news.outcomes().stream()
                .filter(ItemOutcome::teaches)
                .filter(item -> !excused.contains(item.seq()))
                .toList();
        if (!teaching.isEmpty()) {
            var byTest = tracks.teach(project, news.run(), teaching, news.contradicting());
            learn(project, news.run(), teaching, byTest);
        }
    }

    @EventListener
    void on(ProblemClosed news) {
        var project = news.project();
        beliefs.lock(project);
        var view = landscape.of(project);
        var at = news.problem().lastSeen().startedAt();
        var filter = beliefs.filter(project, view, at);
        var hop = blamed(news.problem().blame(), filter)
                .orElseGet(() -> mostSuspect(view, filter, news.problem().paths()));
        if (hop == null) {
            return;
        }
        filter.fixed(
                hop,
                "problem " + news.problem().id() + " is mended",
                "problems/" + news.problem().id(),
                at);
        var touched = beliefs.save(project, filter);
        scoreNotes.over(
                project, view, filter, touched, at, "problem " + news.problem().id() + " mended");
    }

    private void learn(
            ProjectId project, RunRef run, List<ItemOutcome> items, Map<String, TestTracks.Expected> byTest) {
        var view = landscape.of(project);
        var filter = beliefs.filter(project, view, run.startedAt());
        var paths = view.byKey();
        learned.restoreTests(
                project,
                filter.model(),
                items.stream().map(ItemOutcome::testKey).toList());
        var showings = items.stream()
                .flatMap(item -> showings(filter, run, item, paths).stream())
                .toList();
        var byPath = new HashMap<String, Double>();
        showings.forEach(showing -> byPath.merge(showing.test(), filter.failing(showing), Math::max));
        forecasts.add(project, run, items, byPath, byTest);
        var out = filter.outcomes(showings);
        var touched = beliefs.save(project, filter);
        var last = items.stream()
                .map(ItemOutcome::finishedAt)
                .max(Comparator.naturalOrder())
                .orElse(run.startedAt());
        scoreNotes.over(project, view, filter, touched, last, "RUN-" + run.number() + words(out));
    }

    /**
     * A pass speaks for each path it travelled; a failure is one failure, whatever it travelled. The hop it is blamed on was
     * travelled too, even when none of the paths covered has it, such as the payment of an order that is made to be read.
     */
    private static List<Showing> showings(
            HopFilter filter, RunRef run, ItemOutcome item, Map<PathKey, IntegrationPath> paths) {
        var failed = item.outcome() != Outcome.PASSED && !item.flakyInRun();
        var known = new LinkedHashSet<HopId>();
        var showings = new ArrayList<Showing>();
        for (var share : item.paths()) {
            var hops = new ArrayList<HopId>();
            hops(share, paths).stream().filter(known::add).forEach(hops::add);
            if (!failed && !hops.isEmpty()) {
                showings.add(showing(filter, run, item, share.path(), hops));
            }
        }
        if (failed && !known.isEmpty()) {
            blamed(item, filter).ifPresent(known::add);
            showings.add(showing(filter, run, item, item.paths().getFirst().path(), List.copyOf(known)));
        }
        return showings;
    }

    private static Showing showing(HopFilter filter, RunRef run, ItemOutcome item, PathKey path, List<HopId> hops) {
        var failed = item.outcome() != Outcome.PASSED && !item.flakyInRun();
        var words = failed
                ? item.name() + " failed in RUN-" + run.number() + sentence(item.failure())
                : item.name() + " in RUN-" + run.number();
        return new Showing(
                item.testKey(),
                path.value(),
                hops,
                failed,
                item.flakyInRun(),
                failed ? blamed(item, filter).orElse(null) : null,
                words,
                "runs/RUN-" + run.number(),
                item.finishedAt());
    }

    private static Set<HopId> hops(PathShare share, Map<PathKey, IntegrationPath> paths) {
        var hops = new LinkedHashSet<HopId>();
        var path = paths.get(share.path());
        if (path != null) {
            for (var number = 0; number < path.hops().size(); number++) {
                if (share.hops().contains(number)) {
                    hops.add(Landscape.View.id(path.hops().get(number)));
                }
            }
        }
        return hops;
    }

    private static Optional<HopId> blamed(ItemOutcome item, HopFilter filter) {
        var failure = item.failure();
        return failure == null ? Optional.empty() : blamed(failure.blame(), filter);
    }

    private static Optional<HopId> blamed(@Nullable Blame blame, HopFilter filter) {
        if (blame == null || blame.consumer() == null || !blame.isOneHop()) {
            return Optional.empty();
        }
        var hop = new HopId(blame.consumer().value(), blame.provider().value());
        return filter.find(hop).map(_ -> hop);
    }

    private static @Nullable HopId mostSuspect(Landscape.View view, HopFilter filter, List<PathKey> paths) {
        var byKey = view.byKey();
        return paths.stream()
                .flatMap(path -> Optional.ofNullable(byKey.get(path)).stream())
                .flatMap(path -> Landscape.View.hops(path).stream())
                .max(Comparator.comparingDouble(
                        hop -> filter.find(hop).orElseThrow().fault()))
                .orElse(null);
    }

    /** Says which services were surely out, so that nobody wonders where failures went. */
    private static String words(Map<String, Double> out) {
        var names = out.entrySet().stream()
                .filter(service -> service.getValue() > SURE)
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ", failures left out: " + names + " was out";
    }

    private static String sentence(@Nullable Failure failure) {
        return failure == null ? "" : ": " + failure.sentence();
    }
}
