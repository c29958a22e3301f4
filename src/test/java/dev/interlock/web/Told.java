package dev.interlock.web;

import dev.interlock.history.Purpose;
import dev.interlock.notify.Channel;
import dev.interlock.notify.ChannelDraft;
import dev.interlock.notify.ChannelKey;
import dev.interlock.notify.ChannelKind;
import dev.interlock.notify.Delivery;
import dev.interlock.notify.Notifications;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Channels of every kind, and messages in every state. */
final class Told {
    private Told() {}

    static Notifications notifications() {
        var chat = channel("chat", ChannelKind.SLACK, "hooks.slack.com", "");
        var code = channel("code", ChannelKind.GITHUB, "https://api.github.com/repos/acme/payment", "payment");
        var hook = channel("hook", ChannelKind.WEBHOOK, "ci.example.org", "");
        var deliveries = List.of(
                delivery(5, "code", "RUN-42 on main: FAIL", Delivery.State.WAITING, 0, ""),
                delivery(
                        4,
                        "chat",
                        "New problem: payment answered 502 to POST /payments; 200 is expected",
                        Delivery.State.SENT,
                        1,
                        ""),
                delivery(
                        3, "hook", "RUN-41 on main: PASS", Delivery.State.GIVEN_UP, 6, "The message was answered 503."),
                delivery(
                        2,
                        "code",
                        "RUN-41 on main: PASS",
                        Delivery.State.SKIPPED,
                        1,
                        "RUN-41 met no version of payment."));
        return Answers.of(
                Notifications.class,
                Map.of(
                        "all", given -> List.of(chat, code, hook),
                        "find", given -> Optional.of(hook),
                        "deliveries", given -> deliveries));
    }

    private static Channel channel(String key, ChannelKind kind, String shown, String service) {
        var draft = new ChannelDraft(
                kind, null, null, service, "", !kind.isRepository(), kind.isRepository(), Purpose.MAIN, "", true);
        return new Channel(new ChannelKey(key), draft, shown, 1);
    }

    private static Delivery delivery(
            long id, String receiver, String title, Delivery.State state, int attempts, String reason) {
        return new Delivery(
                id,
                receiver,
                "run.finished",
                title,
                state,
                attempts,
                null,
                reason,
                Shop.NOW.minusSeconds(300 - 60 * id));
    }
}
