package dev.interlock.schedule.trigger;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Has triggers fired as soon as their debounce is over; what it misses is found by the tick. */
@Component
class TriggerWake implements Wake, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(TriggerWake.class);
    private static final int MOST_WAITING = 100;

    private final ObjectProvider<TriggerPump> pump;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("trigger-wake").factory());

    TriggerWake(ObjectProvider<TriggerPump> pump) {
        this.pump = pump;
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void after(Duration debounce) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            start(debounce);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                start(debounce);
            }
        });
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    private void start(Duration debounce) {
        if (!timer.isShutdown() && timer.getQueue().size() < MOST_WAITING) {
            var _ = timer.schedule(this::fire, debounce.toMillis() + 1, TimeUnit.MILLISECONDS);
        }
    }

    private void fire() {
        try {
            pump.getObject().runDue();
        } catch (RuntimeException e) {
            LOG.warn("Triggers could not be looked at; the next tick does", e);
        }
    }
}
