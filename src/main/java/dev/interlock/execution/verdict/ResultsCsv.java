package dev.interlock.execution.verdict;

import dev.interlock.execution.Run;
import dev.interlock.execution.store.Json;
import dev.interlock.history.Failure;
import dev.interlock.platform.ProjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the results of a run as CSV (RFC 4180); no field is ever a formula for a spreadsheet. */
@Component
class ResultsCsv {
    private static final String HEAD =
            "number,test,name,row,outcome,attempts,flaky,took_ms,finished_at,cause,failure\r\n";

    private final ResultRows rows;

    ResultsCsv(ResultRows rows) {
        this.rows = rows;
    }

    void write(ProjectId project, Run run, Appendable out) {
        try {
            out.append(HEAD);
            rows.each(
                    project,
                    run,
                    (row, number) -> line(row),
                    line -> out.append(line).append("\r\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(ResultSet row) throws SQLException {
        var failure = row.getString("failure");
        return Stream.of(
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
