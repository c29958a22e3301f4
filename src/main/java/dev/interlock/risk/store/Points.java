package dev.interlock.risk.store;

import dev.interlock.catalog.PathKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.PathRisk;
import dev.interlock.risk.ScorePoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how scores moved; a point is written only when the score shown changes. */
@Component
class Points {
    private static final String BEFORE = """
            select distinct on (path_key) path_key, score from risk.path_point
             where project_id = :project and at <= :at
             order by path_key, at desc, id desc
            """;
    private static final String ADD = """
            insert into risk.path_point (project_id, path_key, at, score, likelihood, impact, confidence, event)
            values (:project, :path, :at, :score, :likelihood, :impact, :confidence, :event)
            """;
    private static final String OF_PATH = """
            select at, score, likelihood, impact, confidence, event from risk.path_point
             where project_id = :project and path_key = :path and at < :before
             order by at desc, id desc limit :limit
            """;
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    Points(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param confidence 0..1 */
    record Stored(ScorePoint point, double confidence) {}

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

    void add(ProjectId project, Collection<PathRisk> risks, Instant at, String event) {
        var before = scoresAt(project, at);
        for (var risk : risks) {
            var known = before.get(risk.path().value());
            if (known == null || Math.abs(known - risk.score()) >= .1) {
                add(project, risk, at, event);
            }
        }
    }

    List<ScorePoint> of(ProjectId project, PathKey path, int limit) {
        return read(project, path, Instant.parse("9999-01-01T00:00:00Z"), Math.clamp(limit, 1, MOST)).stream()
                .map(Stored::point)
                .toList();
    }

    Optional<Stored> last(ProjectId project, PathKey path, Instant before) {
        return read(project, path, before, 1).stream().findFirst();
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

    private void add(ProjectId project, PathRisk risk, Instant at, String event) {
        jdbc.sql(ADD)
                .param("project", project.value())
                .param("path", risk.path().value())
                .param("at", Timestamp.from(at))
                .param("score", risk.score())
                .param("likelihood", risk.likelihood())
                .param("impact", risk.impact())
                .param("confidence", risk.confidence())
                .param("event", event)
                .update();
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
