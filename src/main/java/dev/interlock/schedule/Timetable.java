package dev.interlock.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cron in a time zone. Fires once when clocks go back, except for crons that fire all the time; a fixed time that clocks
 * jump over fires at the first instant after the jump.
 */
final class Timetable {
    private static final Duration GUARD = Duration.ofSeconds(1);
    private static final Semaphore LOOPS = new Semaphore(16);
    private static final int LONGEST = 200;
    private static final int MOST_JUMPS = 200;
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private final ExecutionTime times;
    private final ZoneId zone;
    private final boolean fixed;

    /** The next time is not known; that does not mean that there is none. */
    static final class Unknown extends IllegalArgumentException {
        Unknown(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
        }
    }

    Timetable(ExecutionTime times, ZoneId zone, boolean fixed) {
        this.times = times;
        this.zone = zone;
        this.fixed = fixed;
    }

    /**
     * Reads a cron of five fields.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    static Timetable of(String cron, String zone) {
        return new Timetable(times(cron), zone(zone), isFixed(cron));
    }

    /**
     * The first fire time after an instant; empty when there is none.
     *
     * @throws Unknown when it cannot be worked out within a second
     */
    Optional<Instant> next(Instant after) {
        return guarded(() -> unguarded(after));
    }

    /** The fire times after one instant up to another, oldest first, at most so many. */
    List<Instant> between(Instant after, Instant upTo, int most) {
        var instants = new ArrayList<Instant>();
        var next = next(after);
        while (next.isPresent() && !next.get().isAfter(upTo) && instants.size() < most) {
            instants.add(next.get());
            next = next(next.get());
        }
        return instants;
    }

    ZoneId zone() {
        return zone;
    }

    private Optional<Instant> unguarded(Instant after) {
        var regular = times.nextExecution(after.atZone(zone)).map(ZonedDateTime::toInstant);
        var jumped = fixed ? afterJump(after, regular.orElse(Instant.MAX)) : Optional.<Instant>empty();
        return Stream.concat(regular.stream(), jumped.stream()).min(Comparator.naturalOrder());
    }

    /** The end of the first gap of the clock before {@code limit} that swallows a fire time. */
    private Optional<Instant> afterJump(Instant after, Instant limit) {
        var transition = zone.getRules().nextTransition(after);
        for (var i = 0;
                i < MOST_JUMPS && transition != null && transition.getInstant().isBefore(limit);
                i++) {
            if (transition.isGap() && swallows(transition)) {
                return Optional.of(transition.getInstant());
            }
            transition = zone.getRules().nextTransition(transition.getInstant());
        }
        return Optional.empty();
    }

    /** Whether a fire time falls into the wall-clock times that do not exist; wall-clock time is read as if it were UTC. */
    private boolean swallows(ZoneOffsetTransition gap) {
        var from = gap.getDateTimeBefore().minusNanos(1).atZone(ZoneOffset.UTC);
        return times.nextExecution(from)
                .map(ZonedDateTime::toLocalDateTime)
                .filter(local -> local.isBefore(gap.getDateTimeAfter()))
                .isPresent();
    }

    private static ExecutionTime times(String cron) {
        if (cron.length() > LONGEST) {
            throw new IllegalArgumentException("The cron is longer than " + LONGEST + " characters.");
        }
        try {
            return ExecutionTime.forCron(PARSER.parse(cron.strip()).validate());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(CronWords.fault(cron, PARSER), e);
        }
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The time zone \"" + zone + "\" is unknown; write it like Europe/Berlin.", e);
        }
    }

    /** Whether minute and hour are given; such a cron fires on purpose at that time. */
    private static boolean isFixed(String cron) {
        var fields = cron.strip().split("\\s+");
        return fields.length >= 2 && (fields[0] + fields[1]).chars().noneMatch(c -> c == '*' || c == '/');
    }

    /** Libraries for cron have had loops that do not end; nobody waits longer than a second for one. */
    private Optional<Instant> guarded(Supplier<Optional<Instant>> work) {
        if (!LOOPS.tryAcquire()) {
            throw new Unknown("Other crons are being worked out without end.", null);
        }
        var result = new CompletableFuture<Optional<Instant>>();
        var thread = Thread.ofPlatform().daemon().name("timetable").unstarted(() -> complete(result, work));
        thread.start();
        try {
            return result.get(GUARD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new Unknown("The next time of this cron could not be worked out within a second.", e);
        } catch (ExecutionException e) {
            throw new Unknown("The next time of this cron could not be worked out.", e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new Unknown("The next time of this cron was not waited for.", e);
        }
    }

    private static void complete(CompletableFuture<Optional<Instant>> result, Supplier<Optional<Instant>> work) {
        try {
            result.complete(work.get());
        } catch (RuntimeException | StackOverflowError e) {
            result.completeExceptionally(e);
        } finally {
            LOOPS.release();
        }
    }
}
