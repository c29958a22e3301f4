package dev.interlock.execution.book;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.interlock.execution.RunAccepted;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.store.Json;
import dev.interlock.execution.store.Times;
import dev.interlock.plan.PlanValues;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes new runs. */
@Component
class RunWriter {
    private static final String NUMBER = """
            insert into execution.run_number as counter (project_id, last) values (:project, 1)
            on conflict (project_id) do update set last = counter.last + 1
            returning last
            """;

    private static final String INSERT = """
            insert into execution.run (id, project_id, number, month, state, purpose, branch, change, environment, evidence,
                   plan, plan_revision, trigger, note, requested_by, requested_at, workers, stop_on_failures, versions,
                   request, pinned, rerun_of, schedule, fire_at, budget_ms)
            values (:id, :project, :number, :month, 'QUEUED', :purpose, :branch, :change, :environment, :evidence,
                    :plan, :planRevision, :trigger, :note, cast(:by as jsonb), :at, :workers, :stop,
                    cast(:versions as jsonb), cast(:request as jsonb), cast(:pinned as jsonb), :rerunOf, :schedule, :fireAt,
                    :budget)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RunKeys keys;
    private final ObjectProvider<Scheduler> scheduler;
    private final ApplicationEventPublisher publisher;
    private final InstantSource clock;

    RunWriter(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            RunKeys keys,
            ObjectProvider<Scheduler> scheduler,
            ApplicationEventPublisher publisher,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.keys = keys;
        this.scheduler = scheduler;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The run an earlier request with the same idempotency key made. */
    Optional<RunId> repeated(ProjectId project, RunRequest request) {
        return keys.find(project, request.origin().idempotencyKey(), hash(request));
    }

    /** Stores run, key and what was pinned, and has the run expanded: all or nothing. */
    RunId accept(ProjectId project, NewRun fresh) {
        var accepted = Objects.requireNonNull(transaction.execute(status -> {
            var id = new RunId(UUID.randomUUID());
            var request = fresh.request();
            var first = keys.claim(project, request.origin().idempotencyKey(), hash(request), id);
            if (first.isPresent()) {
                return first.get();
            }
            insert(project, id, fresh);
            publisher.publishEvent(new RunAccepted(project, id));
            scheduler.getObject().scheduleIfNotExists(ExpansionTask.of(project, id), clock.instant());
            return id;
        }));
        scheduler.getObject().triggerCheckForDueExecutions();
        return accepted;
    }

    /** The next number of a project, in the caller's transaction. */
    long nextNumber(ProjectId project) {
        return jdbc.sql(NUMBER)
                .param("project", project.value())
                .query(Long.class)
                .single();
    }

    private void insert(ProjectId project, RunId id, NewRun fresh) {
        var request = fresh.request();
        var labels = request.labels();
        var origin = request.origin();
        var environment = fresh.pinned().place();
        var plan = fresh.plan();
        var rerunOf = origin.rerunOf();
        var now = clock.instant();
        jdbc.sql(INSERT)
                .param("id", id.value())
                .param("project", project.value())
                .param("number", nextNumber(project))
                .param("month", Times.month(now))
                .param("purpose", labels.purpose().name())
                .param("branch", labels.branch())
                .param("change", labels.change())
                .param("environment", environment.key().value())
                .param("evidence", environment.evidence() && labels.purpose().mayBeEvidence())
                .param("plan", plan == null ? null : plan.key().value())
                .param("planRevision", plan == null ? null : plan.revision())
                .param("trigger", origin.trigger())
                .param("note", labels.note())
                .param("by", Json.write(fresh.actor()))
                .param("at", Times.at(now))
                .param("workers", fresh.workers())
                .param("stop", request.limits().stopOnFailures())
                .param("versions", Json.write(fresh.versions()))
                .param("request", Json.write(request))
                .param("pinned", Json.write(fresh.pinned()))
                .param("rerunOf", rerunOf == null ? null : rerunOf.value())
                .param("schedule", origin.schedule())
                .param("fireAt", Times.orNull(origin.fireAt()))
                .param("budget", budgetMs(fresh.pinned().values()))
                .update();
    }

    private static @Nullable Long budgetMs(@Nullable PlanValues values) {
        var budget = values == null ? null : values.budget();
        return budget == null ? null : budget.toMillis();
    }

    private static String hash(RunRequest request) {
        return RunKeys.hash(Json.write(request));
    }
}
