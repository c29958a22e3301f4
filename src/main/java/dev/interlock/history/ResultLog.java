package dev.interlock.history;

import dev.interlock.platform.ProjectId;
import java.util.List;

/** The one place where outcomes are written. */
public interface ResultLog {
    /**
     * Appends outcomes, their rollups and their problems in the caller's transaction and publishes {@link OutcomesRecorded}
     * once. An item stored before is left as it was.
     *
     * @param outcomes at most 10,000
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    void append(ProjectId project, RunRef run, List<ItemOutcome> outcomes);
}
