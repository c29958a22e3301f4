package dev.interlock.execution.verdict;

import dev.interlock.execution.Run;
import dev.interlock.platform.ProjectId;
import java.io.IOException;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the results of a run in the order of its items, a thousand at a time. */
@Component
class ResultRows {
    private static final int CHUNK = 1_000;

    private static final String ROWS = """
            select seq, test_key, test_name, row_label, outcome, attempts, flaky, took_ms, finished_at, cause, failure, reason
              from execution.item_result
             where month = :month and project_id = :project and run_id = :run and seq > :after
             order by seq
             limit :limit
            """;

    private record Numbered<T>(int seq, T result) {}

    /** Takes one result and writes it. */
    @FunctionalInterface
    interface Writing<T> {
        void write(T result) throws IOException;
    }

    private final JdbcClient jdbc;

    ResultRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads every result and has it written before more are read. */
    <T> void each(ProjectId project, Run run, RowMapper<T> reading, Writing<T> writing) throws IOException {
        var after = 0;
        for (var chunk = after(project, run, after, reading);
                !chunk.isEmpty();
                chunk = after(project, run, after, reading)) {
            for (var one : chunk) {
                writing.write(one.result());
            }
            after = chunk.getLast().seq();
        }
    }

    private <T> List<Numbered<T>> after(ProjectId project, Run run, int after, RowMapper<T> reading) {
        return jdbc.sql(ROWS)
                .param("month", run.month())
                .param("project", project.value())
                .param("run", run.id().value())
                .param("after", after)
                .param("limit", CHUNK)
                .query((row, number) -> new Numbered<>(row.getInt("seq"), reading.mapRow(row, number)))
                .list();
    }
}
