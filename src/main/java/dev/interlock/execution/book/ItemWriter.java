package dev.interlock.execution.book;

import dev.interlock.execution.RunState;
import dev.interlock.execution.carry.PinnedRun;
import dev.interlock.execution.queue.ItemNews;
import dev.interlock.execution.store.EventTable;
import dev.interlock.execution.store.EventTable.News;
import dev.interlock.execution.store.Json;
import dev.interlock.execution.store.RunTable;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.testcase.TestKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores the items of a run in chunks, as long as nobody has cancelled it, and lets it be leased. */
@Component
class ItemWriter {
    private static final int CHUNK = 500;

    private static final String ITEM = """
            insert into execution.run_item (run_id, seq, project_id, environment, test_key, test_name, revision, digest,
                   kind, row_no, row_label, paths, reason, must_run, targets, target_set, crash_policy, state)
            values (:run, :seq, :project, :environment, :testKey, :testName, :revision, :digest, :kind, :row, :rowLabel,
                    cast(:paths as jsonb), :reason, :mustRun, string_to_array(:targets, ','), :targets, :crashPolicy,
                    :state)
            on conflict do nothing
            """;

    private static final String TEST = """
            insert into execution.pinned_test (project_id, test_key, revision, digest, payload)
            values (:project, :testKey, :revision, :digest, :payload)
            on conflict do nothing
            """;

    private static final String TARGET = """
            insert into execution.run_target (run_id, target_set) values (:run, :targets) on conflict do nothing
            """;

    private static final String LOCK = """
            select state = 'QUEUED' or expanding from execution.run
             where project_id = :project and id = :run and finished_at is null and state in ('QUEUED', 'RUNNING')
               for update
            """;

    private static final String TOTAL = """
            update execution.run set total = greatest(total, :last) where project_id = :project and id = :run
            """;

    private static final String START = """
            update execution.run set expanding = true, expected_ms = :expected
             where project_id = :project and id = :run
            """;

    private static final String WHOLE = """
            update execution.run set expanding = false where project_id = :project and id = :run
            """;

    private final NamedParameterJdbcTemplate batches;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RunTable runs;
    private final EventTable events;
    private final TargetCaps caps;
    private final InstantSource clock;

    ItemWriter(
            NamedParameterJdbcTemplate batches,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            RunTable runs,
            EventTable events,
            TargetCaps caps,
            InstantSource clock) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.runs = runs;
        this.events = events;
        this.caps = caps;
        this.clock = clock;
    }

    /**
     * Stores items.
     *
     * @param afterEach what is done with each chunk before anyone can lease it
     */
    void write(ProjectId project, RunId run, PinnedRun pinned, List<NewItem> items, Consumer<List<NewItem>> afterEach) {
        for (var from = 0; from < items.size(); from += CHUNK) {
            var chunk = items.subList(from, Math.min(items.size(), from + CHUNK));
            whileExpanding(project, run, () -> {
                insert(project, run, pinned, chunk);
                jdbc.sql(TOTAL)
                        .param("last", chunk.getLast().seq())
                        .param("project", project.value())
                        .param("run", run.value())
                        .update();
                afterEach.accept(chunk);
            });
        }
    }

    /** The run is leased from now on, while further items are stored. */
    void start(ProjectId project, RunId run, PinnedRun pinned, long expectedMs) {
        caps.put(project, pinned.place());
        whileExpanding(project, run, () -> {
            jdbc.sql(START)
                    .param("expected", expectedMs)
                    .param("project", project.value())
                    .param("run", run.value())
                    .update();
            runs.move(project, run, Set.of(RunState.QUEUED), RunState.RUNNING);
        });
    }

    /** Every item is stored. */
    void end(ProjectId project, RunId run, String text) {
        whileExpanding(project, run, () -> {
            runs.move(project, run, Set.of(RunState.QUEUED), RunState.RUNNING);
            jdbc.sql(WHOLE)
                    .param("project", project.value())
                    .param("run", run.value())
                    .update();
            var news = new ArrayList<News>();
            news.add(ItemNews.log(text));
            runs.find(project, run).map(ItemNews::summary).ifPresent(news::add);
            events.append(project, run, news, clock.instant());
        });
    }

    private void whileExpanding(ProjectId project, RunId run, Runnable work) {
        transaction.executeWithoutResult(status -> {
            var open = jdbc.sql(LOCK)
                    .param("project", project.value())
                    .param("run", run.value())
                    .query(Boolean.class)
                    .optional();
            if (open.orElse(false)) {
                work.run();
            }
        });
    }

    private void insert(ProjectId project, RunId run, PinnedRun pinned, List<NewItem> items) {
        var rows = items.stream().map(item -> row(project, run, pinned, item)).toArray(MapSqlParameterSource[]::new);
        batches.batchUpdate(TEST, tests(project, items));
        batches.batchUpdate(ITEM, rows);
        items.stream()
                .map(item -> String.join(",", item.targets()))
                .distinct()
                .forEach(targets -> jdbc.sql(TARGET)
                        .param("run", run.value())
                        .param("targets", targets)
                        .update());
    }

    private static MapSqlParameterSource[] tests(ProjectId project, List<NewItem> items) {
        var byTest = new LinkedHashMap<TestKey, NewItem>();
        items.forEach(item -> byTest.putIfAbsent(item.test().key(), item));
        return byTest.values().stream()
                .map(item -> new MapSqlParameterSource()
                        .addValue("project", project.value())
                        .addValue("testKey", item.test().key().value())
                        .addValue("revision", item.test().revision())
                        .addValue("digest", item.digest())
                        .addValue("payload", item.payload()))
                .toArray(MapSqlParameterSource[]::new);
    }

    private static MapSqlParameterSource row(ProjectId project, RunId run, PinnedRun pinned, NewItem item) {
        var test = item.test();
        return new MapSqlParameterSource()
                .addValue("run", run.value())
                .addValue("seq", item.seq())
                .addValue("project", project.value())
                .addValue("environment", pinned.place().key().value())
                .addValue("testKey", test.key().value())
                .addValue("testName", test.name())
                .addValue("revision", test.revision())
                .addValue("digest", item.digest())
                .addValue("kind", test.kind().name())
                .addValue("row", item.row())
                .addValue("rowLabel", item.rowLabel())
                .addValue("paths", Json.write(item.paths()))
                .addValue("reason", item.reason())
                .addValue("mustRun", item.mustRun())
                .addValue("targets", String.join(",", item.targets()))
                .addValue("crashPolicy", test.crashPolicy().name())
                .addValue("state", item.isManual() ? "MANUAL" : "READY");
    }
}
