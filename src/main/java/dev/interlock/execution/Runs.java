package dev.interlock.execution;

import dev.interlock.platform.Actor;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.platform.Slice;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runs of a project. Everything accepted here is durable: a run is finished after a restart too. */
public interface Runs {
    /** Fields of the filter of {@link #list}. */
    Set<String> FIELDS = Set.of("state", "verdict", "env", "plan", "purpose", "branch", "by", "since", "trigger");

    /**
     * Accepts a run: stores request, pinned plan and idempotency key in one transaction; expanded and carried out
     * afterwards. Repeating an idempotency key with the same request answers the run it made.
     *
     * @throws dev.interlock.platform.Problem {@link RunProblem} when there is nothing to run or nowhere to run it
     */
    Run request(ProjectId project, RunRequest request, Actor actor);

    /** A run by {@code RUN-482} or its id. */
    Optional<Run> find(ProjectId project, String idOrKey);

    /** A run by its id. */
    Optional<Run> find(ProjectId project, RunId run);

    /** Runs, newest first, at most 200 at a time. */
    Slice<Run> list(ProjectId project, FilterQuery filter, @Nullable String after, int limit);

    /** The run as soon as it is over, or as it stands after the time (at most 10 minutes). */
    Run await(ProjectId project, RunId run, Duration most);

    /** Stops a run: nothing more is sent, what is under way is aborted. A run that is over stays as it is. */
    Run cancel(ProjectId project, RunId run, Actor actor);

    /** Requests a run of the same tests, or of those that failed, in the same environment. */
    Run rerun(ProjectId project, RunId run, Rerun which, Actor actor);

    /** A person's verdict on a MANUAL item, once; also after the run has ended. */
    ItemSummary recordVerdict(ProjectId project, RunId run, int seq, ManualVerdict verdict, Actor actor);

    /**
     * Stores results made elsewhere as a finished run and appends them to history, in one transaction.
     */
    Run recordReport(ProjectId project, ReportedRun report, Actor actor);
}
