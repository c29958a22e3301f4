package dev.interlock.history;

import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Set;

/**
 * News: outcomes were stored. Published once per batch, inside the storing transaction.
 *
 * @param contradicting numbers of the items whose verdict differs from the one before although nothing known has changed
 * @param closed problems that these outcomes closed, because no test shows them any more and one of theirs passes
 */
public record OutcomesRecorded(
        ProjectId project,
        RunRef run,
        List<ItemOutcome> outcomes,
        Set<Integer> contradicting,
        List<ProblemGroup> closed) {
    public OutcomesRecorded {
        outcomes = List.copyOf(outcomes);
        contradicting = Set.copyOf(contradicting);
        closed = List.copyOf(closed);
    }

    /** Outcomes none of which contradicts another. */
    public OutcomesRecorded(ProjectId project, RunRef run, List<ItemOutcome> outcomes) {
        this(project, run, outcomes, Set.of(), List.of());
    }
}
