package dev.interlock.execution.book;

import dev.interlock.execution.Attempt;
import dev.interlock.execution.ItemDetail;
import dev.interlock.execution.ItemNotes;
import dev.interlock.execution.ItemState;
import dev.interlock.execution.ItemSummary;
import dev.interlock.execution.ManualStepVerdict;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunItems;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.store.Json;
import dev.interlock.execution.store.RunTable;
import dev.interlock.execution.store.Times;
import dev.interlock.history.Failure;
import dev.interlock.history.Outcome;
import dev.interlock.history.PathShare;
import dev.interlock.platform.Cursor;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.platform.Slice;
import dev.interlock.testcase.PinnedTest;
import dev.interlock.testcase.TestKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Reads items: those that wait from the queue, those that are done from the results. */
@Component
class ItemReader implements RunItems {
    private static final String LIST = "run-items";
    private static final int MOST = 200;
    private static final Map<String, String> COLUMNS = Map.of(
            "outcome", "lower(coalesce(outcome, 'none'))",
            "status", "lower(coalesce(outcome, 'none'))",
            "state", "lower(state)",
            "test", "lower(test_key)",
            "cause", "lower(coalesce(cause, ''))");

    private static final String ITEMS = """
        select * from (
            select seq, test_key, test_name, row_label, kind, 'DONE' as state, outcome, took_ms, finished_at, attempts,
                   flaky, failure, cause, paths, reason, notes
              from execution.item_result
             where month = :month and project_id = :project and run_id = :run
            union all
            select seq, test_key, test_name, row_label, kind,
                   case state when 'READY' then 'WAITING' when 'LEASED' then 'RUNNING' else state end,
                   null, 0, null, 0, false, null, null, paths, reason, null
              from execution.run_item
             where project_id = :project and run_id = :run and state <> 'DONE') items
         where seq > :after
        """;

    private static final String DETAIL = """
        select detail from execution.item_detail
         where month = :month and project_id = :project and run_id = :run and seq = :seq
        """;

    private static final String BODIES = """
        select number, content from execution.item_body
         where month = :month and project_id = :project and run_id = :run and seq = :seq
        """;

    private static final String MANUAL = """
        select test.payload
          from execution.run_item item
          join execution.pinned_test test
            on (test.project_id, test.test_key, test.revision, test.digest)
             = (item.project_id, item.test_key, item.revision, item.digest)
         where item.project_id = :project and item.run_id = :run and item.seq = :seq
        """;

    private final JdbcClient jdbc;
    private final RunTable runs;

    ItemReader(JdbcClient jdbc, RunTable runs) {
        this.jdbc = jdbc;
        this.runs = runs;
    }

    @Override
    public Slice<ItemSummary> list(ProjectId project, RunId id, FilterQuery filter, @Nullable String after, int limit) {
        var run = require(project, id);
        var most = Math.clamp(limit, 1, MOST);
        var values = new HashMap<String, @Nullable Object>();
        values.put(
                "after",
                after == null
                        ? 0
                        : Integer.parseInt(
                                Cursor.values(project, LIST + id, after).getFirst()));
        var condition = conditions(filter, values);
        var rows = items(project, run, condition + " order by seq limit " + (most + 1), values);
        return Slice.of(rows, most, item -> Cursor.of(project, LIST + id, List.of(Integer.toString(item.seq()))));
    }

    @Override
    public Optional<ItemDetail> item(ProjectId project, RunId id, int seq) {
        var run = require(project, id);
        return items(project, run, " and seq = :seq", Map.of("after", 0, "seq", seq)).stream()
                .findFirst()
                .map(item -> detail(project, run, item));
    }

    private ItemDetail detail(ProjectId project, Run run, ItemSummary item) {
        var text = text(DETAIL, project, run, item.seq());
        if (item.kind() == TestKind.MANUAL) {
            var said = text.map(json -> Json.read(json, ManualDetail.class));
            return new ItemDetail(
                    item,
                    List.of(),
                    run.versions(),
                    said.map(ManualDetail::manual).orElseGet(() -> asked(project, run, item.seq())),
                    said.map(ManualDetail::note).orElse(""));
        }
        var attempts = text.map(json -> Json.read(json, new TypeReference<List<Attempt>>() {}))
                .orElse(List.of());
        return new ItemDetail(
                item, Bodies.into(attempts, bodies(project, run, item.seq())), run.versions(), List.of(), "");
    }

    private Optional<String> text(String sql, ProjectId project, Run run, int seq) {
        return jdbc.sql(sql)
                .param("month", run.month())
                .param("project", project.value())
                .param("run", run.id().value())
                .param("seq", seq)
                .query(String.class)
                .optional();
    }

    private List<ManualStepVerdict> asked(ProjectId project, Run run, int seq) {
        return text(MANUAL, project, run, seq)
                .map(json -> Json.read(json, PinnedTest.class).steps())
                .orElse(List.of())
                .stream()
                .map(step -> new ManualStepVerdict(step.action(), step.expected(), null, ""))
                .toList();
    }

    private Map<Integer, String> bodies(ProjectId project, Run run, int seq) {
        var bodies = new HashMap<Integer, String>();
        jdbc.sql(BODIES)
                .param("month", run.month())
                .param("project", project.value())
                .param("run", run.id().value())
                .param("seq", seq)
                .query(row -> {
                    bodies.put(row.getInt("number"), row.getString("content"));
                });
        return bodies;
    }

    private List<ItemSummary> items(ProjectId project, Run run, String condition, Map<String, ?> values) {
        return jdbc.sql(ITEMS + condition)
                .param("month", run.month())
                .param("project", project.value())
                .param("run", run.id().value())
                .params(values)
                .query((row, n) -> item(row))
                .list();
    }

    private static String conditions(FilterQuery filter, Map<String, @Nullable Object> values) {
        var condition = new StringBuilder();
        for (var term : filter.terms()) {
            var name = "value" + values.size();
            values.put(name, term.values().isEmpty() ? List.of("") : term.values());
            var holds = term.field().equals("path")
                    ? "exists (select 1 from jsonb_array_elements(paths) path where path -> 'path' ->> 'value' in (:"
                            + name + "))"
                    : Objects.requireNonNull(COLUMNS.get(term.field())) + " in (:" + name + ")";
            condition.append(term.negated() ? " and not (" + holds + ")" : " and " + holds);
        }
        for (var word : filter.words()) {
            var name = "value" + values.size();
            values.put(name, "%" + word.toLowerCase(Locale.ROOT) + "%");
            condition.append(" and lower(test_key || ' ' || test_name || ' ' || coalesce(failure ->> 'sentence', ''))"
                    + " like :" + name);
        }
        return condition.toString();
    }

    private static ItemSummary item(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        var failure = row.getString("failure");
        return new ItemSummary(
                row.getInt("seq"),
                row.getString("test_key"),
                row.getString("test_name"),
                row.getString("row_label"),
                TestKind.valueOf(row.getString("kind")),
                ItemState.valueOf(row.getString("state")),
                outcome == null ? null : Outcome.valueOf(outcome),
                Duration.ofMillis(row.getLong("took_ms")),
                Times.instantOrNull(row, "finished_at"),
                row.getInt("attempts"),
                row.getBoolean("flaky"),
                failure == null ? null : Json.read(failure, Failure.class),
                Json.read(row.getString("paths"), new TypeReference<List<PathShare>>() {}).stream()
                        .map(PathShare::path)
                        .toList(),
                row.getString("reason"),
                notes(row.getString("notes")));
    }

    private static ItemNotes notes(@Nullable String json) {
        return json == null ? ItemNotes.NONE : Json.read(json, ItemNotes.class);
    }

    private Run require(ProjectId project, RunId run) {
        return runs.find(project, run)
                .orElseThrow(() -> RunProblem.RUN_IS_UNKNOWN.because("There is no run " + run + " in this project."));
    }
}
