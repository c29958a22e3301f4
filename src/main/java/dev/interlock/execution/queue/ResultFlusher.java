package dev.interlock.execution.queue;

import dev.interlock.execution.carry.ItemResult;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Failure;
import dev.interlock.history.Outcome;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Stores results in batches: what came within 10 ms or 500 of them, one transaction for each run. When the database is
 * away they wait; by then others may carry the items out, and the fence decides.
 */
@Component
class ResultFlusher {
    private static final Logger LOG = LoggerFactory.getLogger(ResultFlusher.class);
    private static final int MOST = 500;
    private static final int WAIT_MS = 10;
    private static final int CAPACITY = 5_000;

    private record Entry(FinishedItem item, Node node) {}

    private final LinkedBlockingQueue<Entry> waiting = new LinkedBlockingQueue<>(CAPACITY);
    private final Set<Lease> unsaved = ConcurrentHashMap.newKeySet();
    private final ItemJournal journal;
    private final RunCloser closer;
    private final Stir stir;
    private final InstantSource clock;

    ResultFlusher(ItemJournal journal, RunCloser closer, Stir stir, InstantSource clock) {
        this.journal = journal;
        this.closer = closer;
        this.stir = stir;
        this.clock = clock;
    }

    /** Takes a result; waits when too many are waiting. */
    void add(FinishedItem item, Node node) {
        unsaved.add(item.lease());
        try {
            waiting.put(new Entry(item, node));
        } catch (InterruptedException e) {
            unsaved.remove(item.lease());
            Thread.currentThread().interrupt();
        }
    }

    /** Whether everything taken is stored. */
    boolean isEmpty() {
        return unsaved.isEmpty();
    }

    /** Leases whose results wait to be stored. */
    Stream<Lease> waiting() {
        return unsaved.stream();
    }

    /** Waits a moment for results and stores them. */
    void flush() throws InterruptedException {
        var first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        var batch = new ArrayList<Entry>();
        batch.add(first);
        Thread.sleep(WAIT_MS);
        waiting.drainTo(batch, MOST - 1);
        store(batch);
    }

    private void store(List<Entry> batch) throws InterruptedException {
        var byRun = batch.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.item().lease().run(), LinkedHashMap::new, Collectors.toList()));
        for (var entries : byRun.values()) {
            try {
                storeRun(entries);
            } finally {
                entries.forEach(entry -> unsaved.remove(entry.item().lease()));
            }
        }
    }

    private void giveUp(List<FinishedItem> items, String node) {
        var lease = items.getFirst().lease();
        var sentence = "Interlock could not store what came of the test.";
        var broken = ItemResult.unsent(
                Outcome.BROKEN, clock.instant(), sentence, new Failure(sentence, CauseClass.ENGINE, null, ""));
        var instead = items.stream()
                .map(item -> new FinishedItem(item.lease(), broken))
                .toList();
        journal.store(lease.project(), lease.run(), instead, node);
        closer.close(lease.project(), lease.run());
    }

    private void storeRun(List<Entry> entries) throws InterruptedException {
        var lease = entries.getFirst().item().lease();
        var items = entries.stream().map(Entry::item).toList();
        for (var pause = 100; ; pause = Math.min(2_000, pause * 2)) {
            try {
                journal.store(
                        lease.project(),
                        lease.run(),
                        items,
                        entries.getFirst().node().id());
                stir.stir();
                closer.close(lease.project(), lease.run());
                return;
            } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException e) {
                LOG.warn("Results of run {} wait for the database: {}", lease.run(), e.getMessage());
                Thread.sleep(pause);
            } catch (RuntimeException e) {
                LOG.error("Results of run {} could not be stored", lease.run(), e);
                giveUp(items, entries.getFirst().node().id());
                return;
            }
        }
    }
}
