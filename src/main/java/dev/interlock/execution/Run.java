package dev.interlock.execution;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.Purpose;
import dev.interlock.plan.PlanKey;
import dev.interlock.plan.Verdict;
import dev.interlock.platform.Actor;
import dev.interlock.platform.RunId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One carrying-out of a selection, or a report of one made elsewhere.
 *
 * @param number number within the project, from 1
 * @param verdict what the gate says, null until the run is over
 * @param riskCovered share of the project's score that passed here, 0..100; null until the run is over
 * @param riskLeft share of the project's score not verified when the run ended, 0..100; null until then
 * @param versions versions met, by service
 * @param environment null for reports that name none
 * @param evidence whether its outcomes teach risk and set baselines
 * @param change the pull request or change tested, empty without
 * @param trigger what started it: page, api, schedule and so on
 * @param expected planned time by the clock
 * @param lastEvent sequence number of its newest event
 */
public record Run(
        RunId id,
        long number,
        LocalDate month,
        RunState state,
        @Nullable Verdict verdict,
        Counts counts,
        @Nullable Double riskCovered,
        @Nullable Double riskLeft,
        Map<ServiceKey, String> versions,
        @Nullable EnvironmentKey environment,
        boolean evidence,
        Purpose purpose,
        String branch,
        String change,
        @Nullable PlanKey plan,
        Actor requestedBy,
        String trigger,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Duration expected,
        int workers,
        String note,
        @Nullable RunId rerunOf,
        long lastEvent) {

    /** What people call it: {@code RUN-482}. */
    public String key() {
        return "RUN-" + number;
    }

    /** When its results were made: a report may be handed in long after. Before the start, when it was asked for. */
    public Instant madeAt() {
        return startedAt == null ? requestedAt : startedAt;
    }

    /** Time from the first item sent to the end; zero before the start, null-free for pages. */
    public Duration took(Instant now) {
        if (startedAt == null) {
            return Duration.ZERO;
        }
        return Duration.between(startedAt, finishedAt == null ? now : finishedAt);
    }
}
