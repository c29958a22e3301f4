package dev.interlock.schedule;

import dev.interlock.execution.Run;
import dev.interlock.execution.RunLabels;
import dev.interlock.execution.RunOrigin;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.RunScope;
import dev.interlock.execution.Runs;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.schedule.ScheduleTable.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts what is due. One transaction for each schedule holds its runs, the fire times left out and the next fire time, so
 * that every fire time is settled exactly once.
 */
@Component
class Ticker {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final int MOST_AT_ONCE = 2_000;
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final ScheduleTable table;
    private final Runs runs;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Function<Schedule, Timetable> timetables;
    private final Map<Stuck, Instant> stuck = new ConcurrentHashMap<>();

    /** A schedule whose next time could not be worked out. */
    private record Stuck(ProjectId project, ScheduleKey schedule) {}

    @Autowired
    Ticker(ScheduleTable table, Runs runs, PlatformTransactionManager transactions, InstantSource clock) {
        this(
                table,
                runs,
                transactions,
                clock,
                schedule -> Timetable.of(schedule.cron(), schedule.zone().getId()));
    }

    Ticker(
            ScheduleTable table,
            Runs runs,
            PlatformTransactionManager transactions,
            InstantSource clock,
            Function<Schedule, Timetable> timetables) {
        this.timetables = timetables;
        this.table = table;
        this.runs = runs;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    int runDue() {
        var started = 0;
        var now = clock.instant();
        stuck.values().removeIf(until -> !until.isAfter(now));
        for (var due : table.due(now)) {
            var place = new Stuck(due.project(), due.schedule().key());
            if (stuck.containsKey(place)) {
                continue;
            }
            try {
                var count = transaction.execute(
                        status -> table.lock(due.project(), due.schedule().key())
                                .map(this::tick)
                                .orElse(0));
                started += count == null ? 0 : count;
            } catch (Timetable.Unknown e) {
                stuck.put(place, now.plus(AGAIN));
                table.note(
                        due, e.getMessage() + " It is tried again every five minutes; save another cron to mend it.");
                LOG.warn("Schedule {} of project {}: {}", place.schedule(), place.project(), e.getMessage());
            } catch (RuntimeException e) {
                LOG.error(
                        "Schedule {} of project {} could not be started",
                        due.schedule().key(),
                        due.project(),
                        e);
            }
        }
        return started;
    }

    private int tick(Row row) {
        var schedule = row.schedule();
        if (!schedule.enabled()) {
            return 0;
        }
        var now = clock.instant();
        var timetable = timetables.apply(schedule);
        var choice = DueChoice.of(due(schedule, timetable, now), now, schedule.missed());
        choice.leftOut().forEach(left -> table.settle(row, left.at(), null, left.reason()));
        var tick = new Tick(row, openRun(row));
        if (row.queuedAt() != null) {
            tick.queued(row.queuedAt());
        }
        choice.started().forEach(tick::fire);
        var leftOver =
                choice.leftOut().isEmpty() ? "" : choice.leftOut().getLast().reason();
        var next = timetable.next(now);
        table.advance(row, next.orElse(null), tick.queue, tick.last, tick.note.isEmpty() ? leftOver : tick.note);
        return tick.started;
    }

    private static List<Instant> due(Schedule schedule, Timetable timetable, Instant now) {
        var first = schedule.nextFireAt();
        if (first == null || first.isAfter(now)) {
            return List.of();
        }
        var due = new ArrayList<Instant>();
        due.add(first);
        due.addAll(timetable.between(first, now, MOST_AT_ONCE));
        return due;
    }

    private Optional<Run> openRun(Row row) {
        return Optional.ofNullable(row.schedule().lastRun())
                .flatMap(run -> runs.find(row.project(), run))
                .filter(run -> run.finishedAt() == null);
    }

    /** One schedule in one round. */
    private final class Tick {
        private final Row row;
        private Optional<Run> open;
        private int started;
        private @Nullable Instant queue;
        private @Nullable RunId last;
        private String note = "";

        Tick(Row row, Optional<Run> open) {
            this.row = row;
            this.open = open;
        }

        /** A fire time that waited for the last run to end. */
        void queued(Instant at) {
            if (open.isPresent()) {
                queue = at;
            } else {
                request(at);
            }
        }

        void fire(Instant at) {
            if (open.isEmpty()) {
                request(at);
                return;
            }
            switch (row.schedule().overlap()) {
                case SKIP -> leaveOut(at, open.get().key() + " of this schedule was still going.");
                case QUEUE -> enqueue(at);
                case REPLACE -> {
                    runs.cancel(row.project(), open.get().id(), actor());
                    request(at);
                }
            }
        }

        private void enqueue(Instant at) {
            if (queue == null) {
                queue = at;
                note = "Waits for " + open.map(Run::key).orElse("the last run") + " to end.";
            } else {
                leaveOut(at, "Another start was waiting already.");
            }
        }

        private void leaveOut(Instant at, String reason) {
            note = reason;
            table.settle(row, at, null, reason);
        }

        private void request(Instant at) {
            try {
                var run = runs.request(
                        row.project(),
                        RunRequest.of(RunScope.plan(row.schedule().plan()))
                                .labelled(RunLabels.main())
                                .from(new RunOrigin(
                                        "schedule", null, row.schedule().key().value(), at, null)),
                        actor());
                table.settle(row, at, run.id(), "");
                last = run.id();
                open = Optional.of(run).filter(made -> made.finishedAt() == null);
                note = "";
                started++;
            } catch (Problem e) {
                leaveOut(at, e.detail() + " " + e.type().next());
            }
        }

        private Actor actor() {
            return Actor.system("schedule " + row.schedule().key());
        }
    }
}
