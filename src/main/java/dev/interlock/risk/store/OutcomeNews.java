package dev.interlock.risk.store;

import dev.interlock.catalog.PathKey;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.OutcomesRecorded;
import dev.interlock.history.PathShare;
import dev.interlock.risk.HopFilter;
import dev.interlock.risk.Showing;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves beliefs with outcomes, once for each batch, in the transaction that stores them. */
@Component
class OutcomeNews {
    private static final double SURE = .95;

    private final Beliefs beliefs;
    private final Landscape landscape;
    private final ScoreNotes scoreNotes;
    private final Outages outages;
    private final TestTracks tracks;
    private final Forecasts forecasts;
    private final Mendings mendings;

    OutcomeNews(
            Beliefs beliefs,
            Landscape landscape,
            ScoreNotes scoreNotes,
            Outages outages,
            TestTracks tracks,
            Forecasts forecasts,
            Mendings mendings) {
        this.beliefs = beliefs;
        this.landscape = landscape;
        this.scoreNotes = scoreNotes;
        this.outages = outages;
        this.tracks = tracks;
        this.forecasts = forecasts;
        this.mendings = mendings;
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
        if (news.outcomes().stream().anyMatch(item -> item.outcome().isVerdict())) {
            learn(news, teaching);
        }
    }

    private void learn(OutcomesRecorded news, List<ItemOutcome> items) {
        var project = news.project();
        var view = landscape.of(project);
        var tests = items.stream().map(ItemOutcome::testKey).toList();
        var filter = beliefs.filter(project, view, news.run().startedAt(), tests);
        var showings = new Showings(filter, news.run(), view.byKey());
        var shown = items.stream().flatMap(item -> showings.of(item).stream()).toList();
        if (!items.isEmpty()) {
            forecast(news, items, filter, shown);
        }
        var failing = mendings.tell(view, filter, news);
        var out = filter.outcomes(shown);
        mendings.keep(news, items, failing, showings);
        var touched = beliefs.save(project, filter);
        scoreNotes.over(project, view, filter, touched, paths(news), finished(news), words(news, out));
    }

    private void forecast(OutcomesRecorded news, List<ItemOutcome> items, HopFilter filter, List<Showing> shown) {
        var byTest = tracks.teach(news.project(), news.run(), items, news.contradicting());
        var byPath = new HashMap<String, Double>();
        shown.forEach(showing -> byPath.merge(showing.test(), filter.failing(showing), Math::max));
        forecasts.add(news.project(), news.run(), items, byPath, byTest);
    }

    private static Set<PathKey> paths(OutcomesRecorded news) {
        return news.outcomes().stream()
                .flatMap(item -> item.paths().stream())
                .map(PathShare::path)
                .collect(Collectors.toSet());
    }

    private static Instant finished(OutcomesRecorded news) {
        return news.outcomes().stream()
                .map(ItemOutcome::finishedAt)
                .max(Comparator.naturalOrder())
                .orElse(news.run().startedAt());
    }

    /** Says what was mended and which services were surely out, so that nobody wonders where failures went. */
    private static String words(OutcomesRecorded news, Map<String, Double> out) {
        var names = out.entrySet().stream()
                .filter(service -> service.getValue() > SURE)
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
        var mended = news.closed().stream().map(Mendings::words).collect(Collectors.joining(", "));
        return "RUN-" + news.run().number() + (mended.isEmpty() ? "" : ", " + mended)
                + (names.isEmpty() ? "" : ", failures left out: " + names + " was out");
    }
}
