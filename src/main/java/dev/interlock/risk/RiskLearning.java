package dev.interlock.risk;

import dev.interlock.platform.ProjectId;
import java.util.List;

/** How right the predictions were, and what the project taught. */
public interface RiskLearning {
    /**
     * Predicted against observed over the last runs.
     *
     * @param runs how many runs, 1 to 200
     */
    Calibration calibration(ProjectId project, int runs);

    /** Every learned value beside its starting value. */
    List<LearnedValue> learned(ProjectId project);

    /** Services that broke more or less than most, most careless first; only those something is known of. */
    List<LearnedCare> cares(ProjectId project);
}
