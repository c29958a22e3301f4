package dev.interlock.schedule;

import dev.interlock.plan.PlanKey;
import dev.interlock.platform.RunId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A timetable that starts a plan.
 *
 * @param cron five fields: minute, hour, day of month, month, day of week
 * @param zone time zone the cron is meant in
 * @param nextFireAt null when disabled
 * @param lastRun newest run it started, null before the first
 * @param lastNote what became of the newest fire time, in words, empty before the first
 */
public record Schedule(
        ScheduleKey key,
        PlanKey plan,
        String cron,
        ZoneId zone,
        Overlap overlap,
        Missed missed,
        boolean enabled,
        @Nullable Instant nextFireAt,
        @Nullable RunId lastRun,
        String lastNote,
        long version) {}
