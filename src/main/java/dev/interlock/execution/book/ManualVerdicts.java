package dev.interlock.execution.book;

import dev.interlock.execution.ItemDetail;
import dev.interlock.execution.ItemSummary;
import dev.interlock.execution.ManualStepVerdict;
import dev.interlock.execution.ManualVerdict;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.carry.ItemResult;
import dev.interlock.execution.queue.ItemJournal;
import dev.interlock.execution.store.Json;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Failure;
import dev.interlock.history.Outcome;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.testcase.TestKind;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what persons found. */
@Component
class ManualVerdicts {
    private static final int LONGEST_NOTE = 4_000;
    private static final Set<Outcome> ALLOWED =
            EnumSet.of(Outcome.PASSED, Outcome.FAILED, Outcome.BLOCKED, Outcome.SKIPPED);

    private static final String NOTE = """
            insert into execution.item_detail (month, run_id, seq, project_id, detail)
            values (:month, :run, :seq, :project, :detail)
            on conflict (month, run_id, seq) do update set detail = excluded.detail
            """;

    private final ItemJournal journal;
    private final ItemReader items;
    private final Reassessment reassessment;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final InstantSource clock;

    ManualVerdicts(
            ItemJournal journal,
            ItemReader items,
            Reassessment reassessment,
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            AuditLog audit,
            InstantSource clock) {
        this.journal = journal;
        this.items = items;
        this.reassessment = reassessment;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    ItemSummary record(ProjectId project, Run run, int seq, ManualVerdict verdict, Actor actor) {
        check(verdict);
        var item = items.item(project, run.id(), seq)
                .orElseThrow(() -> RunProblem.ITEM_IS_UNKNOWN.because(run.key() + " has no item " + seq + "."));
        if (item.item().kind() != TestKind.MANUAL) {
            throw RunProblem.ITEM_IS_NOT_MANUAL.because(
                    "Item " + seq + " of " + run.key() + " is carried out by Interlock.");
        }
        transaction.executeWithoutResult(status -> store(project, run, seq, item, verdict));
        audit.record(
                project,
                actor,
                "item.verdict",
                run.key() + "/" + seq,
                null,
                verdict.outcome().name());
        return items.item(project, run.id(), seq).orElseThrow().item();
    }

    private void store(ProjectId project, Run run, int seq, ItemDetail item, ManualVerdict verdict) {
        if (!journal.speak(project, run.id(), seq, result(verdict))) {
            throw RunProblem.VERDICT_IS_GIVEN.because("Item " + seq + " of " + run.key() + " has its verdict already.");
        }
        jdbc.sql(NOTE)
                .param("month", run.month())
                .param("run", run.id().value())
                .param("seq", seq)
                .param("project", project.value())
                .param("detail", Json.write(new ManualDetail(steps(item.manual(), verdict), verdict.note())))
                .update();
        reassessment.after(project, run.id());
    }

    private ItemResult result(ManualVerdict verdict) {
        var failed = verdict.outcome() == Outcome.FAILED;
        var sentence = verdict.note().isBlank()
                ? "A person found that it fails."
                : verdict.note().strip();
        var failure = failed ? new Failure(sentence, CauseClass.REPORTED, null, "") : null;
        return ItemResult.unsent(verdict.outcome(), clock.instant(), failed ? "" : sentence, failure);
    }

    private static void check(ManualVerdict verdict) {
        var findings = new ArrayList<Finding>();
        if (!ALLOWED.contains(verdict.outcome())) {
            findings.add(Finding.error("outcome", "A person cannot say " + verdict.outcome() + ".", ""));
        }
        if (verdict.note().length() > LONGEST_NOTE) {
            findings.add(
                    Finding.error("note", "The note is longer than " + LONGEST_NOTE + " characters.", "Shorten it."));
        }
        if (!findings.isEmpty()) {
            throw RunProblem.VERDICT_IS_WRONG.because(findings.getFirst().problem(), findings);
        }
    }

    private static List<ManualStepVerdict> steps(List<ManualStepVerdict> asked, ManualVerdict verdict) {
        var steps = new ArrayList<ManualStepVerdict>();
        for (var i = 0; i < asked.size(); i++) {
            var said = i < verdict.steps().size() ? verdict.steps().get(i) : null;
            steps.add(new ManualStepVerdict(
                    asked.get(i).action(),
                    asked.get(i).expected(),
                    said == null ? null : said.outcome(),
                    said == null ? "" : said.remark()));
        }
        return steps;
    }
}
