package dev.interlock.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Decides which of the fire times that have passed start a run.
 *
 * @param started those that do, oldest first
 * @param leftOut those that do not, with the reason
 */
record DueChoice(List<Instant> started, List<LeftOut> leftOut) {
    private static final Duration ON_TIME = Duration.ofSeconds(90);
    private static final int MOST_MADE_UP = 5;

    /** A fire time that starts nothing. */
    record LeftOut(Instant at, String reason) {}

    /** @param due fire times that have passed and are not settled, oldest first */
    static DueChoice of(List<Instant> due, Instant now, Missed policy) {
        if (due.isEmpty()) {
            return new DueChoice(List.of(), List.of());
        }
        var onTime = Duration.between(due.getLast(), now).compareTo(ON_TIME) <= 0;
        var wanted = switch (policy) {
            case SKIP -> onTime ? 1 : 0;
            case RUN_ONCE -> 1;
            case RUN_ALL -> MOST_MADE_UP;
        };
        var first = Math.max(0, due.size() - wanted);
        var reason = "Interlock was not running at that time, and missed times are "
                + (policy == Missed.SKIP ? "left out." : "made up for only " + MOST_MADE_UP + " times.");
        return new DueChoice(
                due.subList(first, due.size()),
                due.subList(0, first).stream()
                        .map(at -> new LeftOut(
                                at,
                                policy == Missed.RUN_ONCE
                                        ? "Interlock was not running at that time; a later time made up for it."
                                        : reason))
                        .toList());
    }
}
