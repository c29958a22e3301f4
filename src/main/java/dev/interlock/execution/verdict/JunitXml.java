package dev.interlock.execution.verdict;

import dev.interlock.execution.Run;
import dev.interlock.execution.store.Json;
import dev.interlock.history.Failure;
import dev.interlock.history.Outcome;
import dev.interlock.platform.ProjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a run as JUnit XML, as most tools read it. */
@Component
class JunitXml {
    private record Row(
            String test,
            String name,
            Outcome outcome,
            long tookMs,
            @Nullable Failure failure,
            String reason) {}

    private final ResultRows rows;
    private final InstantSource clock;

    JunitXml(ResultRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void write(ProjectId project, Run run, Appendable out) {
        try {
            head(run, out);
            rows.each(project, run, (row, number) -> row(row), row -> test(row, out));
            out.append("  </testsuite>\n</testsuites>\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head(Run run, Appendable out) throws IOException {
        var counts = run.counts();
        var skipped = counts.skipped() + counts.blocked() + counts.cancelled() + counts.open();
        var numbers = " tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"%s\""
                .formatted(
                        counts.total(),
                        counts.failed(),
                        counts.broken(),
                        skipped,
                        seconds(run.took(clock.instant()).toMillis()));
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"")
                .append(run.key())
                .append("\"")
                .append(numbers)
                .append(">\n  <testsuite name=\"")
                .append(escaped(run.key()))
                .append("\" timestamp=\"")
                .append(run.madeAt().truncatedTo(ChronoUnit.SECONDS).toString())
                .append("\"")
                .append(numbers)
                .append(">\n");
    }

    private static void test(Row row, Appendable out) throws IOException {
        out.append("    <testcase classname=\"")
                .append(escaped(row.test()))
                .append("\" name=\"")
                .append(escaped(row.name()))
                .append("\" time=\"")
                .append(seconds(row.tookMs()))
                .append("\"");
        if (row.outcome() == Outcome.PASSED) {
            out.append("/>\n");
            return;
        }
        out.append(">\n      ").append(inside(row)).append("\n    </testcase>\n");
    }

    private static String inside(Row row) {
        var failure = row.failure();
        var sentence = failure == null ? row.reason() : failure.sentence();
        if (!row.outcome().isFault()) {
            return "<skipped message=\"" + escaped(row.outcome() + ": " + sentence) + "\"/>";
        }
        var tag = row.outcome() == Outcome.FAILED ? "failure" : "error";
        var type = failure == null ? "" : failure.cause().name();
        var blame = failure == null ? null : failure.blame();
        return "<%s type=\"%s\" message=\"%s\">%s</%s>"
                .formatted(tag, type, escaped(sentence), escaped(blame == null ? "" : blame.sentence()), tag);
    }

    private static Row row(ResultSet row) throws SQLException {
        var failure = row.getString("failure");
        var label = row.getString("row_label");
        return new Row(
                row.getString("test_key"),
                row.getString("test_name") + (label == null ? "" : " [" + label + "]"),
                Outcome.valueOf(row.getString("outcome")),
                row.getLong("took_ms"),
                failure == null ? null : Json.read(failure, Failure.class),
                row.getString("reason"));
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    /** Text for XML; characters XML does not know become U+FFFD. */
    static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\n' -> safe.append("&#10;");
                case '\r' -> safe.append("&#13;");
                case '\t' -> safe.append("&#9;");
                default -> safe.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
