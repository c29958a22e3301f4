package dev.interlock.history;

import dev.interlock.catalog.PathKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Evidence as it was recorded, for what learns from it. */
public interface EvidenceLog {
    /**
     * The teaching outcomes of one run.
     *
     * @param items failures, and passes won without a stand-in; paths and failures are left out
     * @param contradicting numbers of the items whose verdict differed from the one before although nothing had changed
     */
    record EvidenceRun(RunId id, List<ItemOutcome> items, Set<Integer> contradicting) {}

    /** Paths over which the last verdict of some test is a failure; "" stands for reports without an environment. */
    Set<PathKey> failing(ProjectId project, String environment);

    /** Hands over the evidence of an environment run by run, in the order in which the runs were first recorded. */
    void replay(ProjectId project, String environment, Consumer<EvidenceRun> reader);
}
