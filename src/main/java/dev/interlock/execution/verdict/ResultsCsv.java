package dev.interlock.execution.verdict;

import dev.interlock.execution.Run;
import dev.interlock.execution.store.Json;
import dev.interlock.history.Failure;
import dev.interlock.platform.ProjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the results of a run as CSV (RFC 4180); no field is ever a formula for a spreadsheet. */
@Component
class ResultsCsv {
    private static final int CHUNK = 1_000;
    private static final String HEAD =
            "number,test,name,row,outcome,attempts,flaky,took_ms,finished_at,cause,failure\r\n";

    private static final String ROWS = """
            select seq, test_key, test_name, row_label, outcome, attempts, flaky, took_ms, finished_at, cause, failure
              from execution.item_result
             where month = :month and project_id = :project and run_id = :run and seq > :after
             order by seq
             limit :limit
            """;

    private record Line(int seq, String text) {}

    private final JdbcClient jdbc;

    ResultsCsv(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(ProjectId project, Run run, Appendable out) {
        try {
            out.append(HEAD);
            var after = 0;
            for (var lines = lines(project, run, after); !lines.isEmpty(); lines = lines(project, run, after)) {
                for (var line : lines) {
                    out.append(line.text()).append("\r\n");
                }
                after = lines.getLast().seq();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Line> lines(ProjectId project, Run run, int after) {
        return jdbc.sql(ROWS)
                .param("month", run.month())
                .param("project", project.value())
                .param("run", run.id().value())
                .param("after", after)
                .param("limit", CHUNK)
                .query((row, number) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        var failure = row.getString("failure");
        var text = Stream.of(
                        row.getString("seq"),
                        row.getString("test_key"),
                        row.getString("test_name"),
                        row.getString("row_label"),
                        row.getString("outcome"),
                        row.getString("attempts"),
                        String.valueOf(row.getBoolean("flaky")),
                        row.getString("took_ms"),
                        row.getTimestamp("finished_at").toInstant().toString(),
                        row.getString("cause"),
                        failure == null
                                ? null
                                : Json.read(failure, Failure.class).sentence())
                .map(ResultsCsv::field)
                .collect(Collectors.joining(","));
        return new Line(row.getInt("seq"), text);
    }

    /** One field; what a spreadsheet would take for a formula begins with an apostrophe. */
    static String field(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        var safe = "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        var plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
