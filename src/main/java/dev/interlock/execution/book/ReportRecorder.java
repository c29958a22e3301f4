package dev.interlock.execution.book;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.Environments;
import dev.interlock.execution.ReportedRun;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.store.Json;
import dev.interlock.execution.store.Times;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores results made elsewhere as a run that is over. */
@Component
class ReportRecorder {
    private static final int CHUNK = 1_000;

    private static final String INSERT = """
            insert into execution.run (id, project_id, number, month, state, purpose, branch, change, environment, evidence,
                   trigger, note, requested_by, requested_at, started_at, workers, versions, request, total, passed, failed,
                   broken, blocked, skipped, cancelled, flaky)
            values (:id, :project, :number, :month, 'FINISHED', :purpose, :branch, :change, :environment, :evidence,
                    :source, :note, cast(:by as jsonb), :at, :startedAt, 1, cast(:versions as jsonb), '{}', :total, :passed,
                    :failed, :broken, :blocked, :skipped, :cancelled, :flaky)
            """;

    private static final String CLOSE = """
            update execution.run
               set finished_at = :finishedAt, verdict = :verdict, gate = cast(:gate as jsonb), risk_covered = :covered,
                   risk_left = :left
             where project_id = :project and id = :run
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RunKeys keys;
    private final RunWriter writer;
    private final ReportParts parts;
    private final Environments environments;
    private final InstantSource clock;

    ReportRecorder(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            RunKeys keys,
            RunWriter writer,
            ReportParts parts,
            Environments environments,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.keys = keys;
        this.writer = writer;
        this.parts = parts;
        this.environments = environments;
        this.clock = clock;
    }

    RunId record(ProjectId project, ReportedRun report, Actor actor) {
        if (report.outcomes().isEmpty()) {
            throw RunProblem.REPORT_IS_EMPTY.because("The report holds no result.");
        }
        return Objects.requireNonNull(transaction.execute(status -> store(project, report, actor)));
    }

    private RunId store(ProjectId project, ReportedRun report, Actor actor) {
        var id = new RunId(UUID.randomUUID());
        var hash = report.idempotencyKey() == null ? "" : hash(report);
        var first = keys.claim(project, report.idempotencyKey(), hash, id);
        if (first.isPresent()) {
            return first.get();
        }
        insert(project, id, report, actor);
        var run = parts.run(project, id);
        for (var from = 0; from < report.outcomes().size(); from += CHUNK) {
            parts.append(
                    project,
                    run,
                    report.outcomes().subList(from, Math.min(report.outcomes().size(), from + CHUNK)));
        }
        var assessed = parts.assess(project, id);
        jdbc.sql(CLOSE)
                .param("finishedAt", Times.at(report.finishedAt()))
                .param("verdict", assessed.gate().verdict().name())
                .param("gate", Json.write(assessed.gate()))
                .param("covered", assessed.riskCovered())
                .param("left", assessed.riskLeft())
                .param("project", project.value())
                .param("run", id.value())
                .update();
        parts.announce(project, id);
        return id;
    }

    /** Of what was reported; not of the moment it arrived, so that the same report is known when it is sent again. */
    private static String hash(ReportedRun report) {
        var text = new StringBuilder(Json.write(report.labels()));
        text.append(report.environment()).append(report.source());
        for (var one : report.outcomes()) {
            text.append('\n')
                    .append(one.testKey())
                    .append(' ')
                    .append(one.row())
                    .append(' ')
                    .append(one.outcome());
            text.append(' ').append(one.took()).append(' ').append(one.attempts());
        }
        return RunKeys.hash(text.toString());
    }

    private void insert(ProjectId project, RunId id, ReportedRun report, Actor actor) {
        var labels = report.labels();
        var environment = report.environment();
        var evidence = labels.purpose().mayBeEvidence()
                && (environment == null
                        || environments
                                .find(project, environment)
                                .map(Environment::evidence)
                                .orElse(false));
        var statement = jdbc.sql(INSERT)
                .param("id", id.value())
                .param("project", project.value())
                .param("number", writer.nextNumber(project))
                .param("month", Times.month(report.startedAt()))
                .param("purpose", labels.purpose().name())
                .param("branch", labels.branch())
                .param("change", labels.change())
                .param("environment", environment == null ? null : environment.value())
                .param("evidence", evidence)
                .param("source", report.source())
                .param("note", labels.note())
                .param("by", Json.write(actor))
                .param("at", Times.at(clock.instant()))
                .param("startedAt", Times.at(report.startedAt()))
                .param("versions", Json.write(labels.versions()))
                .param("total", report.outcomes().size())
                .param("flaky", count(report, ItemOutcome::flakyInRun));
        for (var outcome : Outcome.values()) {
            statement = statement.param(
                    outcome.name().toLowerCase(Locale.ROOT), count(report, one -> one.outcome() == outcome));
        }
        statement.update();
    }

    private static long count(ReportedRun report, Predicate<ItemOutcome> which) {
        return report.outcomes().stream().filter(which).count();
    }
}
