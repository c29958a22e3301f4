package dev.interlock.execution.store;

import dev.interlock.history.RunRef;
import dev.interlock.platform.ProjectId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Results of items, with what was recorded of them, by the month of their run. */
@Component
public class ResultTable {
    private static final String RESULT = """
        insert into execution.item_result (month, run_id, seq, project_id, fence, test_key, test_name, revision, kind,
               row_label, outcome, took_ms, finished_at, attempts, flaky, failure, cause, paths, reason, must_run,
               notes)
        values (:month, :run, :seq, :project, :fence, :testKey, :testName, :revision, :kind, :rowLabel, :outcome,
                :took, :finishedAt, :attempts, :flaky, cast(:failure as jsonb), :cause, cast(:paths as jsonb), :reason,
                :mustRun, cast(:notes as jsonb))
        on conflict do nothing
        """;

    private static final String DETAIL = """
        insert into execution.item_detail (month, run_id, seq, project_id, detail)
        values (:month, :run, :seq, :project, :detail)
        on conflict (month, run_id, seq) do update set detail = excluded.detail
        """;

    private static final String BODY = """
        insert into execution.item_body (month, run_id, seq, number, project_id, content)
        values (:month, :run, :seq, :number, :project, :content)
        on conflict do nothing
        """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Set<LocalDate> opened = ConcurrentHashMap.newKeySet();

    ResultTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Makes sure that results of this month have a place; in the caller's transaction. */
    public void open(LocalDate month) {
        if (!opened.contains(month)) {
            jdbc.sql("select execution.open_month(:month)")
                    .param("month", month)
                    .query()
                    .listOfRows();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    opened.add(month);
                }
            });
        }
    }

    /** Stores results with their details and bodies; in the caller's transaction. */
    public void insert(ProjectId project, RunRef run, List<StoredResult> results) {
        open(run.month());
        batches.batchUpdate(RESULT, rows(project, run, results, ResultTable::result));
        var detailed = results.stream().filter(one -> one.detail() != null).toList();
        if (!detailed.isEmpty()) {
            batches.batchUpdate(
                    DETAIL, rows(project, run, detailed, (row, one) -> row.addValue("detail", one.detail())));
        }
        bodies(project, run, detailed);
    }

    private void bodies(ProjectId project, RunRef run, List<StoredResult> results) {
        var rows = results.stream()
                .flatMap(one -> one.bodies().entrySet().stream()
                        .map(body -> head(project, run, one.seq())
                                .addValue("number", body.getKey())
                                .addValue("content", body.getValue())))
                .toArray(MapSqlParameterSource[]::new);
        if (rows.length > 0) {
            batches.batchUpdate(BODY, rows);
        }
    }

    private static MapSqlParameterSource[] rows(
            ProjectId project,
            RunRef run,
            List<StoredResult> results,
            BiFunction<MapSqlParameterSource, StoredResult, MapSqlParameterSource> fill) {
        return results.stream()
                .map(one -> fill.apply(head(project, run, one.seq()), one))
                .toArray(MapSqlParameterSource[]::new);
    }

    private static MapSqlParameterSource head(ProjectId project, RunRef run, int seq) {
        return new MapSqlParameterSource()
                .addValue("month", run.month())
                .addValue("run", run.id().value())
                .addValue("seq", seq)
                .addValue("project", project.value());
    }

    private static MapSqlParameterSource result(MapSqlParameterSource row, StoredResult one) {
        var outcome = one.outcome();
        var failure = outcome.failure();
        return row.addValue("fence", one.fence())
                .addValue("testKey", outcome.testKey())
                .addValue("testName", outcome.name())
                .addValue("revision", outcome.revision())
                .addValue("kind", one.kind())
                .addValue("rowLabel", outcome.row())
                .addValue("outcome", outcome.outcome().name())
                .addValue("took", outcome.took().toMillis())
                .addValue("finishedAt", Times.at(outcome.finishedAt()))
                .addValue("attempts", outcome.attempts())
                .addValue("flaky", outcome.flakyInRun())
                .addValue("failure", failure == null ? null : Json.write(failure))
                .addValue("cause", failure == null ? null : failure.cause().name())
                .addValue("paths", Json.write(outcome.paths()))
                .addValue("reason", one.reason())
                .addValue("mustRun", one.mustRun())
                .addValue("notes", Json.write(one.notes()));
    }
}
