package dev.interlock.execution.queue;

import dev.interlock.execution.Run;
import dev.interlock.execution.RunState;
import dev.interlock.execution.carry.ItemResult;
import dev.interlock.execution.store.EventTable;
import dev.interlock.execution.store.Json;
import dev.interlock.execution.store.RunTable;
import dev.interlock.execution.store.Times;
import dev.interlock.execution.verdict.RunAssessor;
import dev.interlock.history.Outcome;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends runs: once, when nothing of them is left to do. */
@Component
public class RunCloser {
    /** In the order of the index, which holds nothing but such items: a scan would read all that are done. */
    private static final String OPEN = """
            select (select seq from execution.run_item
                     where project_id = :project and run_id = :run and state = 'READY'
                     order by target_set, seq limit 1) is not null
                or exists (select 1 from execution.run_item
                            where project_id = :project and run_id = :run and state = 'LEASED')
                or exists (select 1 from execution.run
                            where project_id = :project and id = :run and expanding and state = 'RUNNING')
            """;

    private static final String CLOSE = """
            update execution.run
               set state = case state when 'CANCELLED' then 'CANCELLED' else 'FINISHED' end,
                   finished_at = :at, verdict = :verdict, gate = cast(:gate as jsonb),
                   risk_covered = :covered, risk_left = :left
             where project_id = :project and id = :run and finished_at is null
            """;

    private static final String CLEAR = """
            delete from execution.run_item where project_id = :project and run_id = :run and state = 'DONE'
            """;

    private static final String CLEAR_TARGETS = """
            delete from execution.run_target where run_id = :run
              and not exists (select 1 from execution.run_item where run_id = :run)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RunTable runs;
    private final EventTable events;
    private final ItemJournal journal;
    private final RunAssessor assessor;
    private final Announcer announcer;

    RunCloser(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            RunTable runs,
            EventTable events,
            ItemJournal journal,
            RunAssessor assessor,
            Announcer announcer) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.runs = runs;
        this.events = events;
        this.journal = journal;
        this.assessor = assessor;
        this.announcer = announcer;
    }

    /** Ends the run when it is through; says whether this call ended it. */
    public boolean close(ProjectId project, RunId run) {
        settleWhatIsLeft(project, run);
        return Boolean.TRUE.equals(transaction.execute(status -> end(project, run)));
    }

    private void settleWhatIsLeft(ProjectId project, RunId run) {
        var state = runs.find(project, run).map(Run::state).orElse(RunState.FINISHED);
        if (state == RunState.CANCELLED) {
            settle(project, run, List.of("READY", "LEASED", "MANUAL"), Outcome.CANCELLED, "The run was cancelled.");
        } else if (state == RunState.RUNNING) {
            runs.stopping(project, run)
                    .ifPresent(reason -> settle(project, run, List.of("READY"), Outcome.SKIPPED, reason));
        }
    }

    private void settle(ProjectId project, RunId run, List<String> states, Outcome outcome, String reason) {
        var result = ItemResult.unsent(outcome, announcer.now(), reason, null);
        while (journal.settle(project, run, states, null, result) > 0) {
            Thread.onSpinWait();
        }
    }

    private boolean end(ProjectId project, RunId run) {
        var head = runs.lock(project, run);
        if (head.isEmpty() || head.get().closed() || head.get().state() == RunState.QUEUED || isOpen(project, run)) {
            return false;
        }
        var assessed = assessor.assess(project, run);
        jdbc.sql(CLOSE)
                .param("at", Times.at(announcer.now()))
                .param("verdict", assessed.gate().verdict().name())
                .param("gate", Json.write(assessed.gate()))
                .param("covered", assessed.riskCovered())
                .param("left", assessed.riskLeft())
                .param("project", project.value())
                .param("run", run.value())
                .update();
        jdbc.sql(CLEAR)
                .param("project", project.value())
                .param("run", run.value())
                .update();
        jdbc.sql(CLEAR_TARGETS).param("run", run.value()).update();
        announcer.ended(project, run, events);
        return true;
    }

    private boolean isOpen(ProjectId project, RunId run) {
        return jdbc.sql(OPEN)
                .param("project", project.value())
                .param("run", run.value())
                .query(Boolean.class)
                .single();
    }
}
