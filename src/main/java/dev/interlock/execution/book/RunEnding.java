package dev.interlock.execution.book;

import dev.interlock.execution.Run;
import dev.interlock.execution.RunState;
import dev.interlock.execution.queue.RunCloser;
import dev.interlock.execution.store.RunTable;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Cancels runs. */
@Component
class RunEnding {
    private final RunTable runs;
    private final RunCloser closer;
    private final AuditLog audit;

    RunEnding(RunTable runs, RunCloser closer, AuditLog audit) {
        this.runs = runs;
        this.closer = closer;
        this.audit = audit;
    }

    /** Nothing is leased from now on; what is left is settled at once and, should this process die, by the reaper. */
    void cancel(ProjectId project, Run run, Actor actor) {
        if (runs.move(project, run.id(), Set.of(RunState.QUEUED, RunState.RUNNING), RunState.CANCELLED)) {
            audit.record(project, actor, "run.cancelled", run.key(), run.state().name(), RunState.CANCELLED.name());
            closer.close(project, run.id());
        }
    }
}
