package dev.interlock.execution;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.ProjectId;
import java.util.List;

/** Spans that services send while a run is on; kept for a day. */
public interface TraceSpans {
    /** How the trace ids of runs begin; the other 96 bits are chance. */
    String RUN_MARK = "1e710c4b";

    /** Whether a trace was begun by a run. */
    static boolean isOfRun(String traceId) {
        return traceId.startsWith(RUN_MARK);
    }

    /** Stores spans; at most 10,000 at a time, repeated ones are left out. */
    void record(ProjectId project, List<Span> spans);

    /** Whether services of the project send spans: some came within the last day. */
    boolean expects(ProjectId project);

    /** Whether a service tells of the calls it makes: one came within the last day. */
    boolean tellsCalls(ProjectId project, ServiceKey service);

    /** The spans of a trace, oldest first, at most 1,000. */
    List<Span> of(ProjectId project, String traceId);
}
