package dev.interlock.execution.store;

import dev.interlock.execution.RunEvent;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** News of runs; numbered without gaps because the row of the run is locked while they are written. */
@Component
public class EventTable {
    private static final String NUMBER = """
            update execution.run set last_event = last_event + :count
             where project_id = :project and id = :run
            returning last_event
            """;

    private static final String INSERT = """
            insert into execution.run_event (run_id, seq, project_id, kind, item, data, at)
            values (:run, :seq, :project, :kind, :item, cast(:data as jsonb), :at)
            """;

    private static final String AFTER = """
            select seq, kind, item, data, at from execution.run_event
             where project_id = :project and run_id = :run and seq > :seq
             order by seq
             limit :limit
            """;

    /** One piece of news that has no number yet. */
    public record News(RunEvent.Kind kind, @Nullable Integer item, Map<String, Object> data) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    EventTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Appends news in the caller's transaction. */
    public void append(ProjectId project, RunId run, List<News> news, Instant at) {
        if (news.isEmpty()) {
            return;
        }
        var last = jdbc.sql(NUMBER)
                .param("count", news.size())
                .param("project", project.value())
                .param("run", run.value())
                .query(Long.class)
                .single();
        var first = last - news.size() + 1;
        var rows = new MapSqlParameterSource[news.size()];
        for (var i = 0; i < rows.length; i++) {
            rows[i] = row(news.get(i))
                    .addValue("run", run.value())
                    .addValue("project", project.value())
                    .addValue("seq", first + i)
                    .addValue("at", Times.at(at));
        }
        batches.batchUpdate(INSERT, rows);
    }

    /** Events after a number, oldest first. */
    public List<RunEvent> after(ProjectId project, RunId run, long seq, int limit) {
        return jdbc.sql(AFTER)
                .param("project", project.value())
                .param("run", run.value())
                .param("seq", seq)
                .param("limit", limit)
                .query((row, n) -> new RunEvent(
                        run,
                        row.getLong("seq"),
                        RunEvent.Kind.valueOf(row.getString("kind")),
                        row.getObject("item", Integer.class),
                        Json.read(row.getString("data"), new TypeReference<Map<String, Object>>() {}),
                        Times.instant(row, "at")))
                .list();
    }

    private static MapSqlParameterSource row(News news) {
        return new MapSqlParameterSource()
                .addValue("kind", news.kind().name())
                .addValue("item", news.item())
                .addValue("data", Json.write(news.data()));
    }
}
