package dev.interlock.schedule.trigger;

import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.schedule.Firing;
import dev.interlock.schedule.HookCall;
import dev.interlock.schedule.ScheduleProblem;
import dev.interlock.schedule.Trigger;
import dev.interlock.schedule.TriggerDraft;
import dev.interlock.schedule.TriggerEvent;
import dev.interlock.schedule.TriggerKey;
import dev.interlock.schedule.Triggers;
import dev.interlock.security.AuditLog;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The triggers of a project. */
@Component
class TriggerBook implements Triggers {
    private static final int MOST = 200;

    private final TriggerTable table;
    private final HeardTable heard;
    private final TriggerCheck check;
    private final TriggerPump pump;
    private final Hooks hooks;
    private final ReadyLook looks;
    private final AuditLog audit;

    TriggerBook(
            TriggerTable table,
            HeardTable heard,
            TriggerCheck check,
            TriggerPump pump,
            Hooks hooks,
            ReadyLook looks,
            AuditLog audit) {
        this.table = table;
        this.heard = heard;
        this.check = check;
        this.pump = pump;
        this.hooks = hooks;
        this.looks = looks;
        this.audit = audit;
    }

    @Override
    public List<Trigger> all(ProjectId project) {
        return table.all(project);
    }

    @Override
    public Optional<Trigger> find(ProjectId project, TriggerKey key) {
        return table.find(project, key);
    }

    @Override
    @Transactional
    public Trigger put(ProjectId project, TriggerKey key, TriggerDraft draft, IfMatch match, Actor actor) {
        var before = table.find(project, key);
        before.ifPresent(known -> match.check("trigger \"" + key + "\"", known.version()));
        if (before.isEmpty() && table.all(project).size() >= MOST) {
            throw ScheduleProblem.TOO_MANY_TRIGGERS.because(
                    "The project has " + MOST + " triggers, which is the most.");
        }
        check.check(project, draft);
        table.put(project, key, draft, actor.name());
        if (draft.event() == TriggerEvent.INTEGRATION_READY) {
            looks.learn(project);
        }
        audit.record(
                project,
                actor,
                "trigger.saved",
                key.value(),
                before.map(known -> known.draft().event().name()).orElse(null),
                draft.event().name());
        return table.find(project, key).orElseThrow();
    }

    @Override
    @Transactional
    public void delete(ProjectId project, TriggerKey key, IfMatch match, Actor actor) {
        var known = known(project, key);
        match.check("trigger \"" + key + "\"", known.version());
        table.delete(project, key);
        hooks.forgetSecret(project, key, actor);
        audit.record(
                project,
                actor,
                "trigger.deleted",
                key.value(),
                known.draft().event().name(),
                null);
    }

    @Override
    public List<Firing> firings(ProjectId project) {
        return heard.firings(project);
    }

    @Override
    public List<Firing> firings(ProjectId project, TriggerKey key) {
        return heard.firings(project, key);
    }

    @Override
    @Transactional
    public String renewSecret(ProjectId project, TriggerKey key, Actor actor) {
        var known = known(project, key);
        if (known.draft().event() != TriggerEvent.WEBHOOK) {
            throw ScheduleProblem.TRIGGER_IS_WRONG.because("The trigger \"" + key + "\" does not listen to webhooks.");
        }
        var secret = hooks.renewSecret(project, key, actor);
        audit.record(project, actor, "trigger.secret-renewed", key.value(), null, null);
        return secret;
    }

    @Override
    @Transactional
    public void receive(ProjectId project, TriggerKey key, HookCall call) {
        var trigger = table.find(project, key)
                .filter(known -> known.draft().event() == TriggerEvent.WEBHOOK)
                .orElseThrow(() -> ScheduleProblem.WEBHOOK_IS_REFUSED.because(
                        "The webhook is not signed for a trigger of this project."));
        hooks.receive(project, trigger, call);
    }

    @Override
    public int runDue() {
        return pump.runDue();
    }

    private Trigger known(ProjectId project, TriggerKey key) {
        return table.find(project, key)
                .orElseThrow(() -> ScheduleProblem.TRIGGER_IS_UNKNOWN.because("There is no trigger \"" + key + "\"."));
    }
}
