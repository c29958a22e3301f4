package dev.interlock.api.schedules;

import dev.interlock.plan.PlanKey;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Slice;
import dev.interlock.schedule.Missed;
import dev.interlock.schedule.Overlap;
import dev.interlock.schedule.Schedule;
import dev.interlock.schedule.ScheduleDraft;
import dev.interlock.schedule.ScheduleKey;
import dev.interlock.schedule.ScheduleProblem;
import dev.interlock.schedule.Schedules;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Schedules of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/schedules")
class ScheduleEndpoints {
    private static final int NEXT = 5;

    private final Schedules schedules;

    ScheduleEndpoints(Schedules schedules) {
        this.schedules = schedules;
    }

    /** What is written of a schedule. */
    record ScheduleWritten(
            @Nullable String plan,
            @Nullable String cron,
            @Nullable String zone,
            @Nullable Overlap overlap,
            @Nullable Missed missed,
            @Nullable Boolean enabled) {
        ScheduleDraft draft() {
            return new ScheduleDraft(
                    new PlanKey(Objects.requireNonNullElse(plan, "")),
                    Objects.requireNonNullElse(cron, ""),
                    Objects.requireNonNullElse(zone, "UTC"),
                    Objects.requireNonNullElse(overlap, Overlap.SKIP),
                    Objects.requireNonNullElse(missed, Missed.RUN_ONCE),
                    Objects.requireNonNullElse(enabled, true));
        }
    }

    /** A schedule as JSON. */
    record ScheduleShown(
            String key,
            String plan,
            String cron,
            String zone,
            Overlap overlap,
            Missed missed,
            boolean enabled,
            @Nullable Instant nextFireAt,
            @Nullable String lastRun,
            String lastNote) {
        static ScheduleShown of(Schedule schedule) {
            var run = schedule.lastRun();
            return new ScheduleShown(
                    schedule.key().value(),
                    schedule.plan().value(),
                    schedule.cron(),
                    schedule.zone().getId(),
                    schedule.overlap(),
                    schedule.missed(),
                    schedule.enabled(),
                    schedule.nextFireAt(),
                    run == null ? null : run.toString(),
                    schedule.lastNote());
        }
    }

    /** A cron to look at. */
    record CronWritten(@Nullable String cron, @Nullable String zone) {}

    /** The fire times that follow, each with the offset it has in its zone. */
    record NextShown(List<String> next) {}

    @GetMapping
    @Allow(Role.VIEWER)
    Slice<ScheduleShown> list(Access access) {
        return new Slice<>(
                schedules.all(access.project()).stream().map(ScheduleShown::of).toList(), null);
    }

    @GetMapping("/{key}")
    @Allow(Role.VIEWER)
    ResponseEntity<ScheduleShown> read(@PathVariable String key, Access access) {
        return schedules
                .find(access.project(), new ScheduleKey(key))
                .map(ScheduleEndpoints::entity)
                .orElseThrow(
                        () -> ScheduleProblem.SCHEDULE_IS_UNKNOWN.because("There is no schedule \"" + key + "\"."));
    }

    @PutMapping("/{key}")
    @Allow(Role.MANAGER)
    ResponseEntity<ScheduleShown> put(
            @PathVariable String key,
            @RequestBody ScheduleWritten written,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        return entity(schedules.put(
                access.project(), new ScheduleKey(key), written.draft(), IfMatch.header(ifMatch), access.actor()));
    }

    @DeleteMapping("/{key}")
    @Allow(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        schedules.delete(access.project(), new ScheduleKey(key), IfMatch.header(ifMatch), access.actor());
    }

    @PostMapping("/next")
    @Allow(Role.VIEWER)
    NextShown next(@RequestBody CronWritten written, Access access) {
        return new NextShown(schedules
                .next(
                        Objects.requireNonNullElse(written.cron(), ""),
                        Objects.requireNonNullElse(written.zone(), "UTC"),
                        NEXT)
                .stream()
                .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
                .toList());
    }

    private static ResponseEntity<ScheduleShown> entity(Schedule schedule) {
        return ResponseEntity.ok().eTag("\"" + schedule.version() + "\"").body(ScheduleShown.of(schedule));
    }
}
