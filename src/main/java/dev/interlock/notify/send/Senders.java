package dev.interlock.notify.send;

import dev.interlock.notify.Channel;
import dev.interlock.notify.channel.ChannelSecrets.Known;
import dev.interlock.notify.send.DeliveryTable.Leased;
import org.springframework.stereotype.Component;

/** Every way out, by the kind of the receiver. */
@Component
class Senders {
    private final HookSender hooks;
    private final MailPost mail;
    private final ForgeSender forges;

    Senders(HookSender hooks, MailPost mail, ForgeSender forges) {
        this.hooks = hooks;
        this.mail = mail;
        this.forges = forges;
    }

    Sent channel(Leased one, Channel channel, Known known) {
        var message = one.message();
        return switch (channel.draft().kind()) {
            case WEBHOOK -> hooks.webhook(known.address(), known.signing(), id(one), one.madeAt(), message);
            case SLACK -> hooks.slack(known.address(), message);
            case MAIL -> mail.send(known.address(), message);
            case GITHUB, GITLAB -> forges.send(one.project(), channel, known, message);
        };
    }

    Sent mail(String address, Message message) {
        return mail.send(address, message);
    }

    Sent hook(Leased one) {
        return hooks.webhook(one.receiver().address(), "", id(one), one.madeAt(), one.message());
    }

    private static String id(Leased one) {
        return "msg_" + one.id();
    }
}
