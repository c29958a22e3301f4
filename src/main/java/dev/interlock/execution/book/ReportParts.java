package dev.interlock.execution.book;

import dev.interlock.execution.ItemNotes;
import dev.interlock.execution.queue.Announcer;
import dev.interlock.execution.store.EventTable;
import dev.interlock.execution.store.ResultTable;
import dev.interlock.execution.store.RunTable;
import dev.interlock.execution.store.StoredResult;
import dev.interlock.execution.verdict.Assessment;
import dev.interlock.execution.verdict.RunAssessor;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.ResultLog;
import dev.interlock.history.RunRef;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.testcase.TestKind;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The parts a report is stored with, each in the caller's transaction. */
@Component
class ReportParts {
    private final RunTable runs;
    private final ResultTable results;
    private final EventTable events;
    private final ResultLog log;
    private final RunAssessor assessor;
    private final Announcer announcer;

    ReportParts(
            RunTable runs,
            ResultTable results,
            EventTable events,
            ResultLog log,
            RunAssessor assessor,
            Announcer announcer) {
        this.runs = runs;
        this.results = results;
        this.events = events;
        this.log = log;
        this.assessor = assessor;
        this.announcer = announcer;
    }

    RunRef run(ProjectId project, RunId run) {
        return RunTable.reference(runs.find(project, run).orElseThrow());
    }

    void append(ProjectId project, RunRef run, List<ItemOutcome> outcomes) {
        results.insert(project, run, outcomes.stream().map(ReportParts::stored).toList());
        log.append(project, run, outcomes);
    }

    Assessment assess(ProjectId project, RunId run) {
        return assessor.assess(project, run);
    }

    void announce(ProjectId project, RunId run) {
        announcer.ended(project, run, events);
    }

    private static StoredResult stored(ItemOutcome outcome) {
        return new StoredResult(1, TestKind.EXTERNAL.name(), "reported", true, outcome, ItemNotes.NONE, null, Map.of());
    }
}
