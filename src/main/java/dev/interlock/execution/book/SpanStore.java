package dev.interlock.execution.book;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Span;
import dev.interlock.execution.TraceSpans;
import dev.interlock.execution.store.Times;
import dev.interlock.platform.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Spans of services, for a day. */
@Component
class SpanStore implements TraceSpans {
    private static final int MOST = 10_000;
    private static final int MOST_READ = 1_000;

    private static final String INSERT = """
            insert into execution.trace_span (project_id, trace_id, span_id, parent_id, service, peer, operation, status,
                   error, started_at, took_us)
            values (:project, :trace, :span, :parent, :service, :peer, :operation, :status, :error, :startedAt, :took)
            on conflict do nothing
            """;

    private static final String OF = """
            select span_id, parent_id, service, peer, operation, status, error, started_at, took_us
              from execution.trace_span
             where project_id = :project and trace_id = :trace
             order by started_at
             limit :limit
            """;

    private static final String EXPECTS = """
            select exists (select 1 from execution.trace_span where project_id = :project)
            """;

    private static final String TELLS_CALLS = """
            select exists (select 1 from execution.trace_span
                            where project_id = :project and service = :service and peer is not null)
            """;

    private static final String FORGET = """
            delete from execution.trace_span where stored_at < clock_timestamp() - interval '1 day'
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    SpanStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void record(ProjectId project, List<Span> spans) {
        var rows = spans.stream().limit(MOST).map(span -> row(project, span)).toArray(MapSqlParameterSource[]::new);
        if (rows.length > 0) {
            batches.batchUpdate(INSERT, rows);
        }
    }

    @Override
    public boolean expects(ProjectId project) {
        return jdbc.sql(EXPECTS)
                .param("project", project.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean tellsCalls(ProjectId project, ServiceKey service) {
        return jdbc.sql(TELLS_CALLS)
                .param("project", project.value())
                .param("service", service.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Span> of(ProjectId project, String traceId) {
        return jdbc.sql(OF)
                .param("project", project.value())
                .param("trace", traceId)
                .param("limit", MOST_READ)
                .query((row, n) -> span(traceId, row))
                .list();
    }

    /** Removes spans older than a day. */
    void forget() {
        jdbc.sql(FORGET).update();
    }

    private static Span span(String traceId, ResultSet row) throws SQLException {
        var peer = row.getString("peer");
        return new Span(
                traceId,
                row.getString("span_id"),
                row.getString("parent_id"),
                new ServiceKey(row.getString("service")),
                peer == null ? null : new ServiceKey(peer),
                row.getString("operation"),
                row.getObject("status", Integer.class),
                row.getBoolean("error"),
                Times.instant(row, "started_at"),
                Duration.of(row.getLong("took_us"), ChronoUnit.MICROS));
    }

    private static MapSqlParameterSource row(ProjectId project, Span span) {
        var peer = span.peer();
        return new MapSqlParameterSource()
                .addValue("project", project.value())
                .addValue("trace", span.traceId())
                .addValue("span", span.spanId())
                .addValue("parent", span.parentId())
                .addValue("service", span.service().value())
                .addValue("peer", peer == null ? null : peer.value())
                .addValue("operation", span.operation())
                .addValue("status", span.status())
                .addValue("error", span.error())
                .addValue("startedAt", Times.at(span.startedAt()))
                .addValue("took", span.took().toNanos() / 1_000);
    }
}
