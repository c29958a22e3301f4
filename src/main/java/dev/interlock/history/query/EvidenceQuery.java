package dev.interlock.history.query;

import dev.interlock.catalog.PathKey;
import dev.interlock.history.EvidenceLog;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads evidence run by run, each from the one month its results are in. */
@Component
class EvidenceQuery implements EvidenceLog {
    private static final String RUNS = """
            select id, run_id, month from history.run
             where project_id = :project and environment = :environment and evidence
             order by id
            """;
    private static final String FAILING = """
            select distinct path_key from history.path_test
             where project_id = :project and environment = :environment and verdict = 'F'
            """;
    private static final String ITEMS = """
            select result.seq, test.test_key, result.outcome, result.took_ms, result.finished_at, result.attempts,
                   result.marks
              from history.result
              join history.test on test.id = result.test
             where result.month = date '{month}' and result.run = :run and result.project_id = :project
               and (result.outcome = 'F' or result.outcome = 'P' and result.marks not in ('S', 'B', 'Y'))
             order by result.seq
            """;

    private final JdbcClient jdbc;

    EvidenceQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record RunRow(long id, UUID runId, LocalDate month) {}

    /** @param marks how the outcome came about, a letter of {@code history.result} */
    private record Marked(ItemOutcome item, String marks) {}

    @Override
    public void replay(ProjectId project, String environment, Consumer<EvidenceRun> reader) {
        for (var run : runs(project, environment)) {
            var marked = items(project, run);
            if (!marked.isEmpty()) {
                reader.accept(evidence(run, marked));
            }
        }
    }

    @Override
    public Set<PathKey> failing(ProjectId project, String environment) {
        return jdbc.sql(FAILING)
                .param("project", project.value())
                .param("environment", environment)
                .query((row, _) -> new PathKey(row.getString("path_key")))
                .set();
    }

    private static EvidenceRun evidence(RunRow run, List<Marked> marked) {
        var contradicting = marked.stream()
                .filter(one -> one.marks().equals("X"))
                .map(one -> one.item().seq())
                .collect(Collectors.toSet());
        return new EvidenceRun(
                new RunId(run.runId()), marked.stream().map(Marked::item).toList(), contradicting);
    }

    private List<RunRow> runs(ProjectId project, String environment) {
        return jdbc.sql(RUNS)
                .param("project", project.value())
                .param("environment", environment)
                .query((row, _) -> new RunRow(
                        row.getLong("id"),
                        row.getObject("run_id", UUID.class),
                        row.getObject("month", LocalDate.class)))
                .list();
    }

    private List<Marked> items(ProjectId project, RunRow run) {
        return jdbc.sql(ITEMS.replace("{month}", run.month().toString()))
                .param("project", project.value())
                .param("run", run.id())
                .query((row, _) -> item(row))
                .list();
    }

    private static Marked item(ResultSet row) throws SQLException {
        var item = ItemOutcome.of(
                row.getInt("seq"),
                row.getString("test_key"),
                Outcome.of(row.getString("outcome").charAt(0)),
                Duration.ofMillis(row.getInt("took_ms")),
                Times.at(row, "finished_at"));
        var marks = row.getString("marks");
        return new Marked(marks.equals("F") ? item.flakyAfter(row.getInt("attempts")) : item, marks);
    }
}
