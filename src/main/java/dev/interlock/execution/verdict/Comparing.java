package dev.interlock.execution.verdict;

import dev.interlock.execution.Run;
import dev.interlock.execution.RunComparison;
import dev.interlock.execution.RunComparison.Change;
import dev.interlock.execution.RunComparison.Difference;
import dev.interlock.history.Outcome;
import dev.interlock.platform.ProjectId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares two runs test by test. */
@Component
class Comparing {
    private static final String ROWS = """
            select seq, test_key, test_name, coalesce(row_label, '') as row_label, outcome, failure ->> 'sentence' as sentence
              from execution.item_result
             where month = :month and project_id = :project and run_id = :run
             order by seq
            """;

    private record Key(String test, String row) {}

    private record Row(
            int seq,
            Key key,
            String name,
            Outcome outcome,
            @Nullable String sentence) {}

    private final JdbcClient jdbc;

    Comparing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RunComparison compare(ProjectId project, Run base, Run head) {
        var before = rows(project, base);
        var now = rows(project, head);
        var keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(before.keySet());
        var differences = new ArrayList<Difference>();
        var same = 0;
        for (var key : keys) {
            var difference = difference(key, before.get(key), now.get(key));
            if (difference.isPresent()) {
                differences.add(difference.get());
            } else {
                same++;
            }
        }
        differences.sort(Comparator.comparing(Difference::change));
        return new RunComparison(base, head, differences, same);
    }

    private static Optional<Difference> difference(Key key, @Nullable Row before, @Nullable Row now) {
        var was = before == null ? null : before.outcome();
        var is = now == null ? null : now.outcome();
        var change = change(was, is);
        var shown = now != null ? now : before;
        if (change.isEmpty() || shown == null) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                key.test(),
                shown.name(),
                key.row().isEmpty() ? null : key.row(),
                change.get(),
                was,
                is,
                shown.sentence(),
                now == null ? null : now.seq()));
    }

    private static Optional<Change> change(@Nullable Outcome was, @Nullable Outcome is) {
        if (is == null) {
            return Optional.of(Change.NOT_RUN);
        }
        if (was == null) {
            return Optional.of(Change.NEW);
        }
        if (is.isFault()) {
            return Optional.of(was.isFault() ? Change.STILL_FAILING : Change.NEWLY_FAILING);
        }
        if (was.isFault() && is == Outcome.PASSED) {
            return Optional.of(Change.FIXED);
        }
        return was == is ? Optional.empty() : Optional.of(Change.OTHER);
    }

    private Map<Key, Row> rows(ProjectId project, Run run) {
        var rows = new LinkedHashMap<Key, Row>();
        jdbc.sql(ROWS)
                .param("month", run.month())
                .param("project", project.value())
                .param("run", run.id().value())
                .query(row -> {
                    var key = new Key(row.getString("test_key"), row.getString("row_label"));
                    rows.put(
                            key,
                            new Row(
                                    row.getInt("seq"),
                                    key,
                                    row.getString("test_name"),
                                    Outcome.valueOf(row.getString("outcome")),
                                    row.getString("sentence")));
                });
        return rows;
    }
}
