package dev.interlock.plan;

import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.util.Optional;

/** Selections worked out from what is known now. */
public interface Selections {
    /** The selection for these values; nothing is stored. Same knowledge, same answer. */
    Selection preview(ProjectId project, PlanValues values);

    /**
     * The smallest time box whose selection plans this share of the project's score, to half a percent; empty when even all
     * tests of the scope do not. The budget of the values does not matter.
     *
     * @param wanted percent, 0..100
     */
    Optional<Duration> smallestBudget(ProjectId project, PlanValues values, double wanted);
}
