package dev.interlock.execution.queue;

import dev.interlock.execution.RunState;
import dev.interlock.execution.store.EventTable;
import dev.interlock.execution.store.EventTable.News;
import dev.interlock.execution.store.Json;
import dev.interlock.execution.store.ResultTable;
import dev.interlock.execution.store.RunHead;
import dev.interlock.execution.store.RunTable;
import dev.interlock.execution.store.StoredResult;
import dev.interlock.history.Outcome;
import dev.interlock.history.ResultLog;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes results of items everywhere they belong, in the caller's transaction, while the run is locked. */
@Component
class ResultBook {
    private static final String COUNT = """
        update execution.run
           set passed = passed + :passed, failed = failed + :failed, broken = broken + :broken,
               blocked = blocked + :blocked, skipped = skipped + :skipped, cancelled = cancelled + :cancelled,
               flaky = flaky + :flaky
         where project_id = :project and id = :run
        """;

    private final JdbcClient jdbc;
    private final ResultTable results;
    private final EventTable events;
    private final RunTable runs;
    private final ResultLog log;
    private final InstantSource clock;

    ResultBook(
            JdbcClient jdbc,
            ResultTable results,
            EventTable events,
            RunTable runs,
            ResultLog log,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.results = results;
        this.events = events;
        this.runs = runs;
        this.log = log;
        this.clock = clock;
    }

    void write(ProjectId project, RunHead run, List<StoredItem> items) {
        if (items.isEmpty()) {
            return;
        }
        results.insert(
                project, run.ref(), items.stream().map(ResultBook::stored).toList());
        count(project, run.id(), items);
        log.append(project, run.ref(), items.stream().map(StoredItem::outcome).toList());
        events.append(project, run.id(), news(project, run.id(), items), clock.instant());
        stopWhenTooManyFail(project, run, items);
    }

    private void stopWhenTooManyFail(ProjectId project, RunHead run, List<StoredItem> items) {
        var faults = run.faults()
                + items.stream()
                        .filter(item -> item.result().outcome().isFault())
                        .count();
        if (run.stopOnFailures() != null && faults >= run.stopOnFailures() && run.state() == RunState.RUNNING) {
            runs.stop(project, run.id(), "The run was to stop after " + run.stopOnFailures() + " failures.");
        }
    }

    private void count(ProjectId project, RunId run, List<StoredItem> items) {
        var statement = jdbc.sql(COUNT).param("project", project.value()).param("run", run.value());
        for (var outcome : Outcome.values()) {
            statement = statement.param(
                    outcome.name().toLowerCase(Locale.ROOT),
                    items.stream()
                            .filter(item -> item.result().outcome() == outcome)
                            .count());
        }
        statement
                .param(
                        "flaky",
                        items.stream().filter(item -> item.result().flaky()).count())
                .update();
    }

    private List<News> news(ProjectId project, RunId run, List<StoredItem> items) {
        var news = new ArrayList<News>();
        for (var item : items) {
            news.add(ItemNews.test(item));
            ItemNews.problem(item).ifPresent(news::add);
        }
        runs.find(project, run).map(ItemNews::summary).ifPresent(news::add);
        return news;
    }

    private static StoredResult stored(StoredItem item) {
        var result = item.result();
        return new StoredResult(
                item.fence(),
                item.kind(),
                item.shownReason(),
                item.mustRun(),
                item.outcome(),
                result.notes(),
                result.attempts().isEmpty() ? null : Json.write(result.attempts()),
                result.bodies());
    }
}
