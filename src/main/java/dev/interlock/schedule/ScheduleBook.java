package dev.interlock.schedule;

import dev.interlock.plan.Plans;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.security.ProjectDeleted;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The schedules of a project. */
@Component
class ScheduleBook implements Schedules {
    private static final int MOST = 1_000;
    private static final int MOST_NEXT = 20;

    private final ScheduleTable table;
    private final Ticker ticker;
    private final Plans plans;
    private final AuditLog audit;
    private final InstantSource clock;

    ScheduleBook(ScheduleTable table, Ticker ticker, Plans plans, AuditLog audit, InstantSource clock) {
        this.table = table;
        this.ticker = ticker;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Schedule> all(ProjectId project) {
        return table.all(project);
    }

    @Override
    public Optional<Schedule> find(ProjectId project, ScheduleKey key) {
        return table.find(project, key);
    }

    @Override
    @Transactional
    public Schedule put(ProjectId project, ScheduleKey key, ScheduleDraft draft, IfMatch match, Actor actor) {
        var before = table.find(project, key);
        before.ifPresent(known -> match.check("schedule \"" + key + "\"", known.version()));
        if (before.isEmpty() && table.all(project).size() >= MOST) {
            throw ScheduleProblem.TOO_MANY_SCHEDULES.because(
                    "The project has " + MOST + " schedules, which is the most.");
        }
        var next = check(project, draft);
        table.put(project, key, draft, draft.enabled() ? next : null, actor.name());
        audit.record(
                project,
                actor,
                "schedule.saved",
                key.value(),
                before.map(Schedule::cron).orElse(null),
                draft.cron());
        return table.find(project, key).orElseThrow();
    }

    @Override
    @Transactional
    public void delete(ProjectId project, ScheduleKey key, IfMatch match, Actor actor) {
        var known = table.find(project, key)
                .orElseThrow(
                        () -> ScheduleProblem.SCHEDULE_IS_UNKNOWN.because("There is no schedule \"" + key + "\"."));
        match.check("schedule \"" + key + "\"", known.version());
        table.delete(project, key);
        audit.record(project, actor, "schedule.deleted", key.value(), known.cron(), null);
    }

    @Override
    public List<ZonedDateTime> next(String cron, String zone, int count) {
        var timetable = timetable(cron, zone);
        var times = new ArrayList<ZonedDateTime>();
        var next = next(timetable, clock.instant());
        while (next.isPresent() && times.size() < Math.clamp(count, 1, MOST_NEXT)) {
            times.add(next.get().atZone(timetable.zone()));
            next = next(timetable, next.get());
        }
        if (times.isEmpty()) {
            throw neverFires(cron);
        }
        return times;
    }

    @Override
    public List<FireTime> fired(ProjectId project, ScheduleKey key) {
        return table.fired(project, key);
    }

    @Override
    public int runDue() {
        return ticker.runDue();
    }

    @EventListener
    void forget(ProjectDeleted news) {
        table.deleteAll(news.project());
    }

    private Instant check(ProjectId project, ScheduleDraft draft) {
        var findings = new ArrayList<Finding>();
        if (plans.find(project, draft.plan()).isEmpty()) {
            findings.add(
                    Finding.error("plan", "There is no plan \"" + draft.plan() + "\".", "Choose one of the list."));
        }
        var next = Optional.<Instant>empty();
        try {
            next = Timetable.of(draft.cron(), draft.zone()).next(clock.instant());
            if (next.isEmpty()) {
                findings.add(
                        Finding.error("cron", "The cron \"" + draft.cron() + "\" never fires.", "Correct the date."));
            }
        } catch (IllegalArgumentException e) {
            findings.add(Finding.error("cron", String.valueOf(e.getMessage()), ""));
        }
        if (!findings.isEmpty()) {
            throw ScheduleProblem.SCHEDULE_IS_WRONG.because(findings.getFirst().problem(), findings);
        }
        return next.orElseThrow();
    }

    private static Optional<Instant> next(Timetable timetable, Instant after) {
        try {
            return timetable.next(after);
        } catch (Timetable.Unknown e) {
            throw ScheduleProblem.SCHEDULE_IS_WRONG.because(String.valueOf(e.getMessage()));
        }
    }

    private static Timetable timetable(String cron, String zone) {
        try {
            return Timetable.of(cron, zone);
        } catch (IllegalArgumentException e) {
            throw ScheduleProblem.SCHEDULE_IS_WRONG.because(String.valueOf(e.getMessage()));
        }
    }

    private static Problem neverFires(String cron) {
        return ScheduleProblem.SCHEDULE_IS_WRONG.because("The cron \"" + cron + "\" never fires.");
    }
}
