package dev.interlock.execution.book;

import dev.interlock.execution.ItemSummary;
import dev.interlock.execution.ManualVerdict;
import dev.interlock.execution.ReportedRun;
import dev.interlock.execution.Rerun;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.Runs;
import dev.interlock.execution.store.RunTable;
import dev.interlock.platform.Actor;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.platform.Slice;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The runs of a project, put together from those who do the parts. */
@Component
class RunBook implements Runs {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(150);

    private final RunTable runs;
    private final RunList list;
    private final RunRequests requests;
    private final RunEnding ending;
    private final ManualVerdicts verdicts;
    private final ReportRecorder reports;

    RunBook(
            RunTable runs,
            RunList list,
            RunRequests requests,
            RunEnding ending,
            ManualVerdicts verdicts,
            ReportRecorder reports) {
        this.runs = runs;
        this.list = list;
        this.requests = requests;
        this.ending = ending;
        this.verdicts = verdicts;
        this.reports = reports;
    }

    @Override
    public Run request(ProjectId project, RunRequest request, Actor actor) {
        return requests.request(project, request, actor);
    }

    @Override
    public Optional<Run> find(ProjectId project, String idOrKey) {
        return list.find(project, idOrKey);
    }

    @Override
    public Optional<Run> find(ProjectId project, RunId run) {
        return runs.find(project, run);
    }

    @Override
    public Slice<Run> list(ProjectId project, FilterQuery filter, @Nullable String after, int limit) {
        return list.list(project, filter, after, limit);
    }

    @Override
    public Run await(ProjectId project, RunId run, Duration most) {
        var until = System.nanoTime() + (most.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : most).toNanos();
        var now = require(project, run);
        while (now.finishedAt() == null && System.nanoTime() < until && pause()) {
            now = require(project, run);
        }
        return now;
    }

    @Override
    public Run cancel(ProjectId project, RunId run, Actor actor) {
        ending.cancel(project, require(project, run), actor);
        return require(project, run);
    }

    @Override
    public Run rerun(ProjectId project, RunId run, Rerun which, Actor actor) {
        return requests.rerun(project, require(project, run), which, actor);
    }

    @Override
    public ItemSummary recordVerdict(ProjectId project, RunId run, int seq, ManualVerdict verdict, Actor actor) {
        return verdicts.record(project, require(project, run), seq, verdict, actor);
    }

    @Override
    public Run recordReport(ProjectId project, ReportedRun report, Actor actor) {
        return require(project, reports.record(project, report, actor));
    }

    private Run require(ProjectId project, RunId run) {
        return runs.find(project, run)
                .orElseThrow(() -> RunProblem.RUN_IS_UNKNOWN.because("There is no run " + run + " in this project."));
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
