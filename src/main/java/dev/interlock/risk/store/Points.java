package dev.interlock.risk.store;

import dev.interlock.catalog.PathKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.Factor;
import dev.interlock.risk.PathRisk;
import dev.interlock.risk.ScorePoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps how scores moved; a point is written only when the score shown changes. */
@Component
class Points {
    private static final String BEFORE = """
            select distinct on (path_key) path_key, score from risk.path_point
             where project_id = :project and at <= :at
             order by path_key, at desc, id desc
            """;
    private static final String BEFORE_OF = """
            select path_key, score
              from jsonb_array_elements_text(cast(:paths as jsonb)) as chosen(path_key)
             cross join lateral (select score from risk.path_point point
                                  where project_id = :project and point.path_key = chosen.path_key and at <= :at
                                  order by at desc, id desc limit 1) last
            """;
    private static final String ADD = """
            insert into risk.path_point (project_id, path_key, at, score, likelihood, impact, confidence, event, factors)
            select :project, path, :at, score, likelihood, cast(impact as smallint), confidence, :event,
                   cast(factors as json)
              from unnest(:paths, :scores, :likelihoods, :impacts, :confidences, :factors)
                as row(path, score, likelihood, impact, confidence, factors)
            """;
    private static final String OF_PATH = """
            select at, score, likelihood, impact, confidence, event from risk.path_point
             where project_id = :project and path_key = :path and at < :before
             order by at desc, id desc limit :limit
            """;
    private static final String THEN = """
            select at, score, likelihood, impact, confidence, event, factors from risk.path_point
             where project_id = :project and path_key = :path and at < :before
             order by at desc, id desc limit 1
            """;
    private static final int MOST = 200;
    private static final int MOST_FACTORS = 12;
    private static final TypeReference<List<Factor>> FACTORS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    Points(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param confidence 0..1 */
    record Stored(ScorePoint point, double confidence) {}

    /** @param factors why, adding up to the log-odds of the likelihood; empty for points from before they were kept */
    record Explained(Stored stored, List<Factor> factors) {}

    /** Score of each path at a time, as far as it was known then. */
    Map<String, Double> scoresAt(ProjectId project, Instant at) {
        var scores = new HashMap<String, Double>();
        jdbc.sql(BEFORE)
                .param("project", project.value())
                .param("at", Timestamp.from(at))
                .query(row -> {
                    scores.put(row.getString("path_key"), row.getDouble("score"));
                });
        return scores;
    }

    /**
     * Adds points where a score moved.
     *
     * @param why tells the factors of one of these paths
     */
    void add(
            ProjectId project,
            Collection<PathRisk> risks,
            Instant at,
            String event,
            Function<PathKey, List<Factor>> why) {
        var before = scoresAt(project, risks, at);
        var moved = risks.stream()
                .filter(risk -> moved(before.get(risk.path().value()), risk))
                .toList();
        if (!moved.isEmpty()) {
            add(project, Columns.of(moved), at, event, why);
        }
    }

    private void add(
            ProjectId project, Columns<PathRisk> rows, Instant at, String event, Function<PathKey, List<Factor>> why) {
        jdbc.sql(ADD)
                .param("project", project.value())
                .param("at", Timestamp.from(at))
                .param("event", event)
                .param("paths", rows.texts(risk -> risk.path().value()))
                .param("scores", rows.numbers(PathRisk::score))
                .param("likelihoods", rows.numbers(PathRisk::likelihood))
                .param("impacts", rows.numbers(PathRisk::impact))
                .param("confidences", rows.numbers(PathRisk::confidence))
                .param("factors", rows.texts(risk -> written(why.apply(risk.path()))))
                .update();
    }

    /** The largest factors, and the others as one, so that they still add up. */
    private static String written(List<Factor> all) {
        var largestFirst = all.stream()
                .sorted(Comparator.comparingDouble((Factor factor) -> Math.abs(factor.contribution()))
                        .reversed())
                .toList();
        var kept = new ArrayList<Factor>(largestFirst.subList(0, Math.min(MOST_FACTORS, all.size())));
        var others = largestFirst.subList(kept.size(), all.size());
        if (!others.isEmpty()) {
            var rest = others.stream().mapToDouble(Factor::contribution).sum();
            kept.add(new Factor("others", others.size() + " smaller factors together", null, rest, rest));
        }
        return JsonMapper.shared().writeValueAsString(kept);
    }

    private Map<String, Double> scoresAt(ProjectId project, Collection<PathRisk> risks, Instant at) {
        var scores = new HashMap<String, Double>();
        var paths = risks.stream().map(risk -> risk.path().value()).toList();
        jdbc.sql(BEFORE_OF)
                .param("project", project.value())
                .param("at", Timestamp.from(at))
                .param("paths", JsonMapper.shared().writeValueAsString(paths))
                .query(row -> {
                    scores.put(row.getString("path_key"), row.getDouble("score"));
                });
        return scores;
    }

    private static boolean moved(@Nullable Double before, PathRisk risk) {
        return before == null || Math.abs(before - risk.score()) >= .1;
    }

    List<ScorePoint> of(ProjectId project, PathKey path, int limit) {
        return read(project, path, Instant.parse("9999-01-01T00:00:00Z"), Math.clamp(limit, 1, MOST)).stream()
                .map(Stored::point)
                .toList();
    }

    Optional<Stored> last(ProjectId project, PathKey path, Instant before) {
        return read(project, path, before, 1).stream().findFirst();
    }

    /** The last point before a moment, with its factors. */
    Optional<Explained> then(ProjectId project, PathKey path, Instant before) {
        return jdbc.sql(THEN)
                .param("project", project.value())
                .param("path", path.value())
                .param("before", Timestamp.from(before))
                .query((row, _) -> {
                    var factors = row.getString("factors");
                    return new Explained(
                            stored(row),
                            factors == null ? List.of() : JsonMapper.shared().readValue(factors, FACTORS));
                })
                .optional();
    }

    private List<Stored> read(ProjectId project, PathKey path, Instant before, int limit) {
        return jdbc.sql(OF_PATH)
                .param("project", project.value())
                .param("path", path.value())
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .query((row, _) -> stored(row))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new ScorePoint(
                        row.getTimestamp("at").toInstant(),
                        row.getDouble("score"),
                        row.getDouble("likelihood"),
                        row.getInt("impact"),
                        row.getString("event")),
                row.getDouble("confidence"));
    }
}
