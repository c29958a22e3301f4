package dev.interlock.web.paths;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.history.PathHistory;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.PathRisk;
import dev.interlock.risk.RiskBoard;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts what catalog, risk and history know of a path on one line. */
@Component
public class PathRows {
    private final Paths paths;
    private final RiskBoard risks;
    private final PathHistory history;

    PathRows(Paths paths, RiskBoard risks, PathHistory history) {
        this.paths = paths;
        this.risks = risks;
        this.history = history;
    }

    /** Every path of the project, highest score first. */
    public List<PathRow> all(ProjectId project) {
        return of(project, paths.all(project));
    }

    /** These paths, highest score first. */
    public List<PathRow> of(ProjectId project, List<IntegrationPath> chosen) {
        var scores = risks.all(project).stream().collect(Collectors.toMap(PathRisk::path, Function.identity()));
        var states = history.states(project);
        return chosen.stream()
                .map(path -> new PathRow(path, scores.get(path.key()), states.get(path.key())))
                .sorted(Comparator.comparingDouble(PathRow::score).reversed().thenComparing(PathRow::key))
                .toList();
    }

    /** One path with the factors of its score. */
    Optional<PathRow> find(ProjectId project, PathKey key) {
        return paths.find(project, key)
                .map(path -> new PathRow(
                        path,
                        risks.of(project, key).orElse(null),
                        history.states(project).get(key)));
    }

    /** Score of every path, for what is ordered by it. */
    public Map<PathKey, Double> scores(ProjectId project) {
        return risks.all(project).stream().collect(Collectors.toMap(PathRisk::path, PathRisk::score));
    }
}
