package dev.interlock.notify.book;

import dev.interlock.notify.Channel;
import dev.interlock.notify.ChannelDraft;
import dev.interlock.notify.ChannelKey;
import dev.interlock.notify.ChannelKind;
import dev.interlock.notify.Delivery;
import dev.interlock.notify.Notifications;
import dev.interlock.notify.NotifyProblem;
import dev.interlock.notify.channel.ChannelCheck;
import dev.interlock.notify.channel.ChannelSecrets;
import dev.interlock.notify.channel.ChannelTable;
import dev.interlock.notify.send.DeliveryTable;
import dev.interlock.notify.send.Message;
import dev.interlock.notify.send.Receiver;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The channels of a project. */
@Component
class ChannelBook implements Notifications {
    private static final int MOST = 50;

    private final ChannelTable table;
    private final ChannelCheck check;
    private final ChannelSecrets secrets;
    private final DeliveryTable deliveries;
    private final AuditLog audit;

    ChannelBook(
            ChannelTable table, ChannelCheck check, ChannelSecrets secrets, DeliveryTable deliveries, AuditLog audit) {
        this.table = table;
        this.check = check;
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.audit = audit;
    }

    @Override
    public List<Channel> all(ProjectId project) {
        return table.all(project);
    }

    @Override
    public Optional<Channel> find(ProjectId project, ChannelKey key) {
        return table.find(project, key);
    }

    @Override
    @Transactional
    public Channel put(ProjectId project, ChannelKey key, ChannelDraft draft, IfMatch match, Actor actor) {
        var before = table.find(project, key);
        before.ifPresent(known -> match.check("channel \"" + key + "\"", known.version()));
        if (before.isEmpty() && table.all(project).size() >= MOST) {
            throw NotifyProblem.TOO_MANY_CHANNELS.because("The project has " + MOST + " channels, which is the most.");
        }
        check.check(project, draft, before.map(known -> known.draft().kind()).orElse(null));
        var address = draft.address();
        var shown = address == null
                ? before.orElseThrow().shown()
                : ChannelCheck.shown(draft.kind(), address).orElseThrow();
        secrets.keep(project, key, draft, actor);
        table.put(project, key, draft, shown);
        audit.record(
                project,
                actor,
                "channel.saved",
                key.value(),
                before.map(Channel::shown).orElse(null),
                shown);
        return known(project, key);
    }

    @Override
    @Transactional
    public void delete(ProjectId project, ChannelKey key, IfMatch match, Actor actor) {
        var known = known(project, key);
        match.check("channel \"" + key + "\"", known.version());
        table.delete(project, key);
        secrets.forget(project, key, actor);
        audit.record(project, actor, "channel.deleted", key.value(), known.shown(), null);
    }

    @Override
    @Transactional
    public String renewSecret(ProjectId project, ChannelKey key, Actor actor) {
        if (known(project, key).draft().kind() != ChannelKind.WEBHOOK) {
            throw NotifyProblem.CHANNEL_IS_WRONG.because("The channel \"" + key + "\" does not sign what it sends.");
        }
        var secret = secrets.renew(project, key, actor);
        audit.record(project, actor, "channel.secret-renewed", key.value(), null, null);
        return secret;
    }

    @Override
    @Transactional
    public void test(ProjectId project, ChannelKey key, Actor actor) {
        known(project, key);
        deliveries.add(project, Receiver.channel(key), Message.test(actor.name()));
    }

    @Override
    public List<Delivery> deliveries(ProjectId project) {
        return deliveries.newest(project);
    }

    private Channel known(ProjectId project, ChannelKey key) {
        return table.find(project, key)
                .orElseThrow(() -> NotifyProblem.CHANNEL_IS_UNKNOWN.because("There is no channel \"" + key + "\"."));
    }
}
