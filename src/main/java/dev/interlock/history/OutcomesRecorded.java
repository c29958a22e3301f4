package dev.interlock.history;

import dev.interlock.platform.ProjectId;
import java.util.List;

/** News: outcomes were stored. Published once per batch, inside the storing transaction. */
public record OutcomesRecorded(ProjectId project, RunRef run, List<ItemOutcome> outcomes) {
    public OutcomesRecorded {
        outcomes = List.copyOf(outcomes);
    }
}
