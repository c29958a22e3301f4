package dev.interlock.ingest.trace;

import dev.interlock.catalog.Observations;
import dev.interlock.ingest.IngestProblem;
import dev.interlock.platform.ProjectId;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Holds the window of this process and stores each second what came out of it. When storing fails, it is tried again; when
 * too much waits, no more spans are taken.
 */
@Component
class TraceBook implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TraceBook.class);
    private static final int MOST_WAITING = 120;
    private static final long LOOK_MILLIS = 1_000;

    private record Waiting(ProjectId project, Tally tally) {}

    private final Observations observations;
    private final InstantSource clock;
    private final TraceProperties properties;
    private final TraceWindow window;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private volatile boolean running;
    private @Nullable Thread thread;

    TraceBook(Observations observations, PeerNames names, InstantSource clock, TraceProperties properties) {
        this.observations = observations;
        this.clock = clock;
        this.properties = properties;
        this.window = new TraceWindow(names::of, properties.quiet(), properties.windowSpans());
    }

    void take(ProjectId project, List<ReadSpan> spans) {
        lock.lock();
        try {
            if (waiting.size() > MOST_WAITING) {
                throw IngestProblem.TOO_MANY_SPANS.because("What came before is not stored yet.");
            }
            window.take(project, spans, clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /** Counts what is quiet and stores it. */
    void settle(boolean all) {
        lock.lock();
        try {
            Map<ProjectId, Tally> done = all ? window.settleAll(clock.instant()) : window.settle(clock.instant());
            done.forEach((project, tally) -> waiting.add(new Waiting(project, tally)));
        } finally {
            lock.unlock();
        }
        store();
    }

    private void store() {
        for (var next = first(); next != null; next = first()) {
            observations.add(next.project(), next.tally().traffic());
            lock.lock();
            try {
                waiting.poll();
            } finally {
                lock.unlock();
            }
        }
    }

    private @Nullable Waiting first() {
        lock.lock();
        try {
            return waiting.peek();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        if (properties.pump() && !running) {
            running = true;
            thread = Thread.ofPlatform().daemon().name("traces").start(this::pump);
        }
    }

    private void pump() {
        while (running) {
            try {
                Thread.sleep(LOOK_MILLIS);
                settle(false);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("What traces tell is not stored yet: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("What a trace tells could not be read", e);
            }
        }
    }

    @Override
    public void stop() {
        var pumping = thread;
        if (!running || pumping == null) {
            return;
        }
        running = false;
        try {
            pumping.join(LOOK_MILLIS * 2);
            settle(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("What the last traces tell could not be stored: {}", e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
