package dev.interlock.execution.book;

import dev.interlock.execution.RunEvent;
import dev.interlock.execution.RunEvents;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.store.EventTable;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hands events on: one dispatcher asks the database four times a second for all subscriptions together. */
@Component
class EventFeed implements RunEvents, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int MOST = 500;
    private static final int MOST_SUBSCRIPTIONS = 2_000;

    private final EventTable events;
    private final Map<Listening, Boolean> open = new ConcurrentHashMap<>();
    private volatile @Nullable Thread dispatcher;

    EventFeed(EventTable events) {
        this.events = events;
    }

    @Override
    public List<RunEvent> after(ProjectId project, RunId run, long seq, int limit) {
        return events.after(project, run, seq, Math.clamp(limit, 1, 1_000));
    }

    @Override
    public Subscription subscribe(ProjectId project, RunId run, long afterSeq, Consumer<List<RunEvent>> listener) {
        if (open.size() >= MOST_SUBSCRIPTIONS) {
            throw RunProblem.TOO_MANY_RUNS.because(
                    "This process has " + open.size() + " live pages open, which is the most.");
        }
        var listening = new Listening(project, run, afterSeq, listener);
        open.put(listening, true);
        return listening;
    }

    @Override
    public void start() {
        var thread = Thread.ofVirtual().name("run-events").unstarted(this::dispatch);
        dispatcher = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var running = dispatcher;
        dispatcher = null;
        if (running != null) {
            running.interrupt();
        }
        open.keySet().forEach(Listening::close);
    }

    @Override
    public boolean isRunning() {
        return dispatcher != null;
    }

    private void dispatch() {
        while (dispatcher == Thread.currentThread()) {
            try {
                Thread.sleep(LOOK);
                open.keySet().forEach(Listening::look);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Events of runs could not be read: {}", e.getMessage());
            }
        }
    }

    private final class Listening implements Subscription {
        private final ProjectId project;
        private final RunId run;
        private final Consumer<List<RunEvent>> listener;
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile long seen;
        private volatile boolean deaf;

        Listening(ProjectId project, RunId run, long seen, Consumer<List<RunEvent>> listener) {
            this.project = project;
            this.run = run;
            this.seen = seen;
            this.listener = listener;
        }

        /** Hands on what is new, unless the listener still works on the last part. */
        void look() {
            if (busy.compareAndSet(false, true)) {
                var fresh = read();
                if (fresh.isEmpty()) {
                    busy.set(false);
                } else {
                    Thread.ofVirtual().start(() -> handOn(fresh));
                }
            }
        }

        /** Nothing when the database does not answer now: the next look asks again, and no other listener waits. */
        private List<RunEvent> read() {
            try {
                var fresh = events.after(project, run, seen, MOST);
                deaf = false;
                return fresh;
            } catch (RuntimeException e) {
                if (!deaf) {
                    LOG.warn("Events of run {} cannot be read, asking again until they can: {}", run, e.getMessage());
                }
                deaf = true;
                return List.of();
            }
        }

        private void handOn(List<RunEvent> fresh) {
            try {
                if (isOpen()) {
                    listener.accept(fresh);
                    seen = fresh.getLast().seq();
                }
                if (fresh.getLast().kind() == RunEvent.Kind.DONE) {
                    close();
                }
            } catch (RuntimeException e) {
                close();
            } finally {
                busy.set(false);
            }
        }

        @Override
        public void close() {
            open.remove(this);
        }

        @Override
        public boolean isOpen() {
            return open.containsKey(this);
        }
    }
}
