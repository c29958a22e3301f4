package dev.interlock.risk.store;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.PathKey;
import dev.interlock.history.Blame;
import dev.interlock.history.Failure;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.OutcomesRecorded;
import dev.interlock.history.ProblemClosed;
import dev.interlock.history.RunRef;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.Care;
import dev.interlock.risk.HopFilter;
import dev.interlock.risk.HopId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves beliefs with outcomes and fixes, once for each batch, in the transaction that stores them. */
@Component
class OutcomeNews {
    private final Beliefs beliefs;
    private final Landscape landscape;
    private final ServiceNotes notes;
    private final ScoreNotes scoreNotes;
    private final Outages outages;
    private final TestTracks tracks;

    OutcomeNews(
            Beliefs beliefs,
            Landscape landscape,
            ServiceNotes notes,
            ScoreNotes scoreNotes,
            Outages outages,
            TestTracks tracks) {
        this.beliefs = beliefs;
        this.landscape = landscape;
        this.notes = notes;
        this.scoreNotes = scoreNotes;
        this.outages = outages;
        this.tracks = tracks;
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
            tracks.learn(project, news.run(), teaching);
            learn(project, news.run(), teaching);
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
        beliefs.save(project, filter, List.of(hop));
        scoreNotes.over(project, Set.of(hop), at, "problem " + news.problem().id() + " mended");
    }

    private void learn(ProjectId project, RunRef run, List<ItemOutcome> items) {
        var view = landscape.of(project);
        var filter = beliefs.filter(project, view, run.startedAt());
        var cares = Map.copyOf(filter.cares());
        var paths = view.byKey();
        var touched = new HashSet<HopId>();
        for (var item : items) {
            var hops = hops(item, paths);
            if (!hops.isEmpty()) {
                learn(filter, run, item, hops);
                touched.addAll(hops);
                blamed(item, filter).ifPresent(touched::add);
            }
        }
        beliefs.save(project, filter, touched);
        saveCares(project, cares, filter.cares());
        var last = items.stream()
                .map(ItemOutcome::finishedAt)
                .max(Comparator.naturalOrder())
                .orElse(run.startedAt());
        scoreNotes.over(project, touched, last, "RUN-" + run.number());
    }

    private static void learn(HopFilter filter, RunRef run, ItemOutcome item, Set<HopId> hops) {
        var page = "runs/RUN-" + run.number();
        if (item.outcome() == Outcome.PASSED) {
            filter.passed(hops, item.name() + " in RUN-" + run.number(), page, item.finishedAt());
        } else if (!item.flakyInRun()) {
            var failure = item.failure();
            var words = item.name() + " failed in RUN-" + run.number() + sentence(failure);
            filter.failed(hops, blamed(item, filter).orElse(null), words, page, item.finishedAt());
        }
    }

    private static Set<HopId> hops(ItemOutcome item, Map<PathKey, IntegrationPath> paths) {
        var hops = new LinkedHashSet<HopId>();
        for (var share : item.paths()) {
            var path = paths.get(share.path());
            if (path != null) {
                for (var number = 0; number < path.hops().size(); number++) {
                    if (share.hops().contains(number)) {
                        hops.add(Landscape.View.id(path.hops().get(number)));
                    }
                }
            }
        }
        return hops;
    }

    private void saveCares(ProjectId project, Map<String, Care> before, Map<String, Care> after) {
        after.forEach((service, care) -> {
            if (!care.equals(before.get(service))) {
                notes.save(project, notes.of(project, service).caring(care));
            }
        });
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

    private static String sentence(@Nullable Failure failure) {
        return failure == null ? "" : ": " + failure.sentence();
    }
}
