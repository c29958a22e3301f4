package dev.interlock.schedule.trigger;

import dev.interlock.execution.Run;
import dev.interlock.execution.Runs;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.schedule.Trigger;
import dev.interlock.schedule.trigger.HeardTable.Due;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fires the triggers whose debounce is over: one transaction holds the runs and what was settled with them. */
@Component
class TriggerPump {
    private static final Logger LOG = LoggerFactory.getLogger(TriggerPump.class);

    private final TriggerTable triggers;
    private final HeardTable heard;
    private final ReadyLook looks;
    private final Runs runs;
    private final TransactionTemplate transaction;

    TriggerPump(
            TriggerTable triggers,
            HeardTable heard,
            ReadyLook looks,
            Runs runs,
            PlatformTransactionManager transactions) {
        this.triggers = triggers;
        this.heard = heard;
        this.looks = looks;
        this.runs = runs;
        this.transaction = new TransactionTemplate(transactions);
    }

    int runDue() {
        transaction.executeWithoutResult(status -> looks.lookAround());
        var started = 0;
        for (var due : heard.due()) {
            try {
                var count = transaction.execute(status -> triggers.lock(due.project(), due.key())
                        .map(trigger -> fire(due, trigger))
                        .orElse(0));
                started += count == null ? 0 : count;
            } catch (RuntimeException e) {
                LOG.error("Trigger {} of project {} could not fire", due.key(), due.project(), e);
            }
        }
        return started;
    }

    private int fire(Due due, Trigger trigger) {
        var waiting = heard.waiting(due.project(), due.key());
        var open = openRun(due.project(), trigger);
        if (waiting.isEmpty()) {
            return 0;
        }
        if (open.isPresent()) {
            switch (trigger.draft().overlap()) {
                case QUEUE -> {
                    return 0;
                }
                case SKIP -> {
                    leaveOut(due, waiting, open.get().key() + " of this trigger was still going.");
                    return 0;
                }
                case REPLACE -> runs.cancel(due.project(), open.get().id(), actor(trigger));
            }
        }
        heard.forget(due.project(), waiting);
        return Firings.byEnvironment(trigger, waiting).entrySet().stream()
                .mapToInt(group -> start(due, trigger, group.getKey(), group.getValue()))
                .sum();
    }

    private void leaveOut(Due due, List<Heard> waiting, String reason) {
        heard.forget(due.project(), waiting);
        heard.settle(due.project(), due.key(), waiting.size(), Firings.cause(waiting), null, reason);
    }

    private int start(Due due, Trigger trigger, String environment, List<Heard> group) {
        var cause = Firings.cause(group);
        try {
            var run = runs.request(due.project(), Firings.request(trigger, environment, group), actor(trigger));
            triggers.ran(due.project(), due.key(), run.id());
            heard.settle(due.project(), due.key(), group.size(), cause, run.id(), "");
            return 1;
        } catch (Problem e) {
            heard.settle(
                    due.project(),
                    due.key(),
                    group.size(),
                    cause,
                    null,
                    e.detail() + " " + e.type().next());
            return 0;
        }
    }

    private Optional<Run> openRun(ProjectId project, Trigger trigger) {
        return Optional.ofNullable(trigger.lastRun())
                .flatMap(run -> runs.find(project, run))
                .filter(run -> run.finishedAt() == null);
    }

    private static Actor actor(Trigger trigger) {
        return Actor.system("trigger " + trigger.key());
    }
}
