package dev.interlock.risk.store;

import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.PathHistory;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.Band;
import dev.interlock.risk.MatrixCell;
import dev.interlock.risk.PathRisk;
import dev.interlock.risk.PathScorer;
import dev.interlock.risk.RiskBoard;
import dev.interlock.risk.RiskOverride;
import dev.interlock.risk.ScorePoint;
import dev.interlock.risk.Shares;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the risk of paths and takes what people say about it. */
@Component
class Board implements RiskBoard {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Scores scores;
    private final Points points;
    private final ServiceNotes notes;
    private final PathHistory history;
    private final Opinions opinions;
    private final InstantSource clock;

    Board(
            Scores scores,
            Points points,
            ServiceNotes notes,
            PathHistory history,
            Opinions opinions,
            InstantSource clock) {
        this.scores = scores;
        this.points = points;
        this.notes = notes;
        this.history = history;
        this.opinions = opinions;
        this.clock = clock;
    }

    @Override
    public List<PathRisk> all(ProjectId project) {
        var before = points.scoresAt(project, clock.instant().minus(WEEK));
        return scores.of(project).all().stream()
                .map(risk -> risk.since(before.getOrDefault(risk.path().value(), risk.score())))
                .toList();
    }

    @Override
    public List<PathRisk> now(ProjectId project) {
        return scores.of(project).all();
    }

    @Override
    public Optional<PathRisk> of(ProjectId project, PathKey path) {
        var table = scores.explained(project);
        var before = points.last(project, path, clock.instant().minus(WEEK));
        return Optional.ofNullable(table.view().byKey().get(path))
                .map(found -> table.score(found, true))
                .map(risk ->
                        risk.since(before.map(point -> point.point().score()).orElse(risk.score())));
    }

    @Override
    public Optional<PathRisk> at(ProjectId project, PathKey path, LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return points.then(project, path, end).map(stored -> then(path, stored));
    }

    @Override
    public List<ScorePoint> history(ProjectId project, PathKey path, int limit) {
        var kept = points.of(project, path, limit);
        var table = scores.of(project);
        var known = table.view().byKey().get(path);
        if (known == null || kept.isEmpty()) {
            return kept;
        }
        var now = table.score(known, false);
        return Math.abs(now.score() - kept.getFirst().score()) < .1 ? kept : endingIn(now, kept, limit);
    }

    /** Time moves scores too, without an event; the last point is the score everybody sees. */
    private List<ScorePoint> endingIn(PathRisk now, List<ScorePoint> kept, int limit) {
        var at = clock.instant();
        var newest = new ScorePoint(
                at, now.score(), now.likelihood(), now.impact(), "as it stands now, with the time passed");
        return Stream.concat(Stream.of(newest), kept.stream()).limit(limit).toList();
    }

    @Override
    public Shares shares(ProjectId project) {
        return ShareCount.of(scores.of(project).all(), history.states(project));
    }

    @Override
    public List<MatrixCell> matrix(ProjectId project) {
        var all = scores.of(project).all();
        var cells = new ArrayList<MatrixCell>();
        for (var level = 5; level >= 1; level--) {
            for (var impact = 1; impact <= 5; impact++) {
                cells.add(cell(all, level, impact));
            }
        }
        return cells;
    }

    @Override
    @Transactional
    public PathRisk override(ProjectId project, PathKey path, RiskOverride override, Actor actor) {
        opinions.override(project, path, override, actor);
        return of(project, path).orElseThrow();
    }

    @Override
    @Transactional
    public void removeOverride(ProjectId project, PathKey path, Actor actor) {
        opinions.removeOverride(project, path, actor);
    }

    @Override
    @Transactional
    public void rate(
            ProjectId project,
            ServiceKey service,
            @Nullable Integer likelihood,
            @Nullable Integer impact,
            Actor actor) {
        opinions.rate(project, service, likelihood, impact, actor);
    }

    @Override
    @Transactional
    public void rate(
            ProjectId project, PathKey path, @Nullable Integer likelihood, @Nullable Integer impact, Actor actor) {
        opinions.rate(project, path, likelihood, impact, actor);
    }

    @Override
    public Map<ServiceKey, Integer> serviceRatings(ProjectId project) {
        var ratings = new HashMap<ServiceKey, Integer>();
        notes.of(project).values().forEach(note -> {
            var rating = note.rating();
            if (rating != null) {
                ratings.put(new ServiceKey(note.service()), rating);
            }
        });
        return ratings;
    }

    private static MatrixCell cell(List<PathRisk> all, int level, int impact) {
        var here = all.stream()
                .filter(risk -> risk.level() == level && risk.impact() == impact)
                .toList();
        return new MatrixCell(
                level,
                impact,
                here.size(),
                ShareCount.tenth(here.stream().mapToDouble(PathRisk::weight).sum()));
    }

    private static PathRisk then(PathKey path, Points.Explained explained) {
        var stored = explained.stored();
        var point = stored.point();
        return new PathRisk(
                path,
                point.likelihood(),
                point.impact(),
                point.score(),
                PathScorer.level(point.likelihood()),
                Band.of(point.score()),
                stored.confidence(),
                explained.factors(),
                point.event(),
                "",
                null,
                null,
                0);
    }
}
