package dev.interlock.history;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.RunId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What history needs to know about a run.
 *
 * @param number number of the run within its project, from 1
 * @param month first day of the month whose partition holds the run's results; fixed when the run is accepted
 * @param branch branch of the change, "" when it has none
 * @param environment null for reports made elsewhere
 * @param evidence true when the environment is marked as giving evidence
 * @param plan key of the plan, null when the run had none
 * @param versions versions met, of the services whose version is known
 */
public record RunRef(
        RunId id,
        long number,
        LocalDate month,
        Purpose purpose,
        String branch,
        @Nullable EnvironmentKey environment,
        boolean evidence,
        @Nullable String plan,
        Map<ServiceKey, String> versions,
        Instant startedAt) {

    public RunRef {
        if (month.getDayOfMonth() != 1) {
            throw new IllegalArgumentException("month must be the first day of a month: " + month);
        }
        versions = Map.copyOf(versions);
    }

    /** True when outcomes of this run teach risk, set baselines and verify paths. */
    public boolean isEvidence() {
        return evidence && purpose.mayBeEvidence();
    }

    /** Key of the environment as stored: "" stands for reports without one. */
    public String environmentName() {
        return environment == null ? "" : environment.value();
    }
}
