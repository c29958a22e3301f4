package dev.interlock.notify.send;

import dev.interlock.notify.ChannelKey;
import dev.interlock.notify.Delivery.State;
import dev.interlock.notify.channel.ChannelSecrets;
import dev.interlock.notify.channel.ChannelTable;
import dev.interlock.notify.send.DeliveryTable.Leased;
import dev.interlock.outbound.OutboundFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends what is due, each receiver by itself, so that a slow one keeps no other waiting. */
@Component
public class DeliveryPump implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryPump.class);
    private static final int AT_ONCE = 20;
    private static final int MOST_ATTEMPTS = 6;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    private final DeliveryTable table;
    private final ChannelTable channels;
    private final ChannelSecrets secrets;
    private final Senders senders;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_ONCE);

    DeliveryPump(
            DeliveryTable table, ChannelTable channels, ChannelSecrets secrets, Senders senders, InstantSource clock) {
        this.table = table;
        this.channels = channels;
        this.secrets = secrets;
        this.senders = senders;
        this.clock = clock;
    }

    /** Begins to send what is due; says how many messages were begun. */
    public int runDue() {
        var most = free.drainPermits();
        var begun = 0;
        try {
            for (var one : most == 0 ? List.<Leased>of() : table.lease(most)) {
                threads.execute(() -> sendAndGoOn(one));
                begun++;
            }
            return begun;
        } finally {
            free.release(most - begun);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private void sendAndGoOn(Leased one) {
        try {
            settle(one, send(one));
        } catch (RuntimeException e) {
            LOG.error("Message {} could not be sent; it is tried again when its lease is over", one.id(), e);
        } finally {
            free.release();
        }
        if (!threads.isShutdown()) {
            runDue();
        }
    }

    private Sent send(Leased one) {
        try {
            return switch (one.receiver().way()) {
                case TEAM_MAIL -> senders.mail(one.receiver().address(), one.message());
                case TEAM_HOOK -> senders.hook(one);
                case CHANNEL -> toChannel(one);
            };
        } catch (OutboundFailure e) {
            return e.kind() == OutboundFailure.Kind.REFUSED
                    ? new Sent(Sent.Kind.NEVER, null, e.sentence())
                    : Sent.later(e.sentence());
        }
    }

    private Sent toChannel(Leased one) {
        var key = new ChannelKey(one.receiver().name());
        var channel = channels.find(one.project(), key);
        return channel.isEmpty()
                ? Sent.notNeeded("The channel was deleted.")
                : senders.channel(one, channel.get(), secrets.reveal(one.project(), key));
    }

    private void settle(Leased one, Sent sent) {
        var again = sent.kind() == Sent.Kind.LATER && one.attempts() < MOST_ATTEMPTS;
        var state = switch (sent.kind()) {
            case DONE -> State.SENT;
            case NOT_NEEDED -> State.SKIPPED;
            case LATER, NEVER -> again ? State.WAITING : State.GIVEN_UP;
        };
        table.settle(one, state, clock.instant().plus(pause(one.attempts())), sent.status(), sent.reason());
    }

    /** 5 s, 20 s, 80 s, 5 min, 21 min. */
    private static Duration pause(int attempts) {
        return FIRST_WAIT.multipliedBy(1L << (2 * (Math.clamp(attempts, 1, MOST_ATTEMPTS) - 1)));
    }
}
