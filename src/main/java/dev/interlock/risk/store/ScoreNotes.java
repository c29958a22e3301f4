package dev.interlock.risk.store;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.Factor;
import dev.interlock.risk.HopFilter;
import dev.interlock.risk.HopId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down how scores moved and why. */
@Component
class ScoreNotes {
    private final Scores scores;
    private final Points points;
    private final InstantSource clock;

    ScoreNotes(Scores scores, Points points, InstantSource clock) {
        this.scores = scores;
        this.points = points;
        this.clock = clock;
    }

    void of(ProjectId project, PathKey path, String event) {
        write(project, found -> found.key().equals(path), clock.instant(), event);
    }

    void through(ProjectId project, ServiceKey service, String event) {
        write(project, found -> found.services().contains(service), clock.instant(), event);
    }

    /** Scores of these paths and of those over these hops, with what is believed now. */
    void over(
            ProjectId project,
            Landscape.View view,
            HopFilter filter,
            Set<HopId> hops,
            Set<PathKey> paths,
            Instant at,
            String event) {
        var table = scores.with(project, view, filter);
        write(
                project,
                table,
                path -> paths.contains(path.key())
                        || path.hops().stream().anyMatch(hop -> hops.contains(Landscape.View.id(hop))),
                at,
                event);
    }

    private void write(ProjectId project, Predicate<IntegrationPath> which, Instant at, String event) {
        write(project, scores.of(project), which, at, event);
    }

    private void write(
            ProjectId project, Scores.Table table, Predicate<IntegrationPath> which, Instant at, String event) {
        var paths = table.view().paths().stream()
                .filter(which)
                .collect(Collectors.toMap(IntegrationPath::key, path -> path, (a, _) -> a, LinkedHashMap::new));
        var risks =
                paths.values().stream().map(path -> table.score(path, false)).toList();
        points.add(project, risks, at, event, key -> why(table, paths.get(key)));
    }

    private static List<Factor> why(Scores.Table table, @Nullable IntegrationPath path) {
        return path == null ? List.of() : table.score(path, true).factors();
    }
}
