package dev.interlock.execution;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.plan.GateVerdict;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is read from runs that are over, or as far as they are. */
public interface RunReports {
    /** The verdict of the gate with its reasons, as of now. */
    GateVerdict gate(ProjectId project, RunId run);

    /**
     * May these versions be released together? What the gate said of the newest run that is evidence and met all of them, as
     * of its end; INCOMPLETE when no run did.
     *
     * @param environment where it ran, null for any
     */
    VersionVerdict gate(ProjectId project, Map<ServiceKey, String> versions, @Nullable EnvironmentKey environment);

    /** The run this one is compared with: the last one that passed its gate in the environment, on its branch or main. */
    Optional<Run> baseline(ProjectId project, RunId run);

    /** Test by test, what is different in {@code head}. */
    RunComparison compare(ProjectId project, RunId base, RunId head);

    /** JUnit XML of a run; writes as it reads. */
    void junitXml(ProjectId project, RunId run, Appendable out);

    /** The results of a run as CSV with a line of names, safe for spreadsheets; writes as it reads. */
    void csv(ProjectId project, RunId run, Appendable out);
}
