package dev.interlock.schedule;

import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** The schedules of a project, at most 1,000. */
public interface Schedules {
    /** Every schedule, by key. */
    List<Schedule> all(ProjectId project);

    /** One schedule. */
    Optional<Schedule> find(ProjectId project, ScheduleKey key);

    /** Creates or changes a schedule; {@link ScheduleProblem} tells every fault. */
    Schedule put(ProjectId project, ScheduleKey key, ScheduleDraft draft, IfMatch match, Actor actor);

    /** Removes a schedule; its runs stay. */
    void delete(ProjectId project, ScheduleKey key, IfMatch match, Actor actor);

    /**
     * The next fire times of a cron in a zone, with the offset of each.
     *
     * @param count 1..20
     */
    List<ZonedDateTime> next(String cron, String zone, int count);

    /** What became of the newest fire times, newest first, at most 100. */
    List<FireTime> fired(ProjectId project, ScheduleKey key);

    /** Starts everything that is due; says how many runs were started. */
    int runDue();
}
