package dev.interlock.execution.queue;

import dev.interlock.execution.ExecutionProperties;
import dev.interlock.execution.carry.ItemResult;
import dev.interlock.execution.carry.ItemRunner;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Failure;
import dev.interlock.history.Outcome;
import dev.interlock.platform.RunId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Carries items out on this node: leases as many as there are free workers, each on a virtual thread of its own, and
 * hands what came of them to the journal. No database connection is held while a target is waited for.
 */
@Component
public class ItemPump {
    private static final Logger LOG = LoggerFactory.getLogger(ItemPump.class);

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

    private final ItemQueue queue;
    private final WorkLoader loader;
    private final ItemRunner runner;
    private final ResultFlusher flusher;
    private final ItemJournal journal;
    private final Stir stir;
    private final InstantSource clock;
    private final Semaphore free;
    private final Map<RunningItem, Boolean> running = new ConcurrentHashMap<>();

    ItemPump(
            ItemQueue queue,
            WorkLoader loader,
            ItemRunner runner,
            ResultFlusher flusher,
            ItemJournal journal,
            Stir stir,
            InstantSource clock,
            ExecutionProperties properties) {
        this.queue = queue;
        this.loader = loader;
        this.runner = runner;
        this.flusher = flusher;
        this.journal = journal;
        this.stir = stir;
        this.clock = clock;
        this.free = new Semaphore(properties.workers());
    }

    /** Waits for something to have changed since the last lease, or so long. */
    void awaitNews(Duration most) throws InterruptedException {
        stir.await(most);
    }

    /** Leases what is due and free workers can take; says how many items were begun. */
    int runDue(Node node, BooleanSupplier mayNotSend) {
        var most = free.drainPermits();
        var begun = 0;
        try {
            var leases = queue.lease(node, most);
            prepare(leases);
            for (var lease : leases) {
                begin(new RunningItem(lease, node, mayNotSend));
                begun++;
            }
        } finally {
            free.release(most - begun);
        }
        return begun;
    }

    /** Reads tests together; should that fail, each item reads its own. */
    private void prepare(List<Lease> leases) {
        try {
            loader.prepare(leases);
        } catch (DataAccessException e) {
            LOG.debug("The tests of {} leases could not be read together: {}", leases.size(), e.getMessage());
        }
    }

    /** Runs with items under way here. */
    Set<RunId> runsUnderWay() {
        return running.keySet().stream().map(item -> item.lease().run()).collect(Collectors.toSet());
    }

    /** Leases under way here, and those whose results wait to be stored. */
    Set<LostLeases.Held> held() {
        var underWay = running.keySet().stream().map(RunningItem::lease);
        return Stream.concat(underWay, flusher.waiting())
                .map(LostLeases.Held::of)
                .collect(Collectors.toSet());
    }

    /** Aborts the items of these runs. */
    void stop(Predicate<RunningItem> which) {
        running.keySet().stream().filter(which).forEach(RunningItem::stop);
    }

    /** Stops the items of a node that lost its leases; answers have a second to come, and are kept as late. */
    void fence(Node dead) {
        var left = running.keySet().stream()
                .filter(item -> item.node().equals(dead))
                .toList();
        left.forEach(RunningItem::fence);
        if (!left.isEmpty()) {
            CompletableFuture.delayedExecutor(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> left.stream().filter(running::containsKey).forEach(RunningItem::stop));
        }
    }

    /** Waits until nothing is under way; false when that takes longer. */
    boolean awaitIdle(Duration most) throws InterruptedException {
        var until = System.nanoTime() + most.toNanos();
        while (!running.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        return running.isEmpty();
    }

    /** Stops what is under way and gives it back for others. */
    void handBack() throws InterruptedException {
        var left = List.copyOf(running.keySet());
        left.forEach(RunningItem::stop);
        awaitIdle(Duration.ofSeconds(2));
        left.forEach(item -> queue.handBack(item.node(), item.lease()));
    }

    private void begin(RunningItem item) {
        running.put(item, true);
        Thread.ofVirtual().name("item-" + item.lease().seq()).start(() -> {
            item.begin(Thread.currentThread());
            try {
                carryOut(item);
            } finally {
                running.remove(item);
                free.release();
                stir.stir();
            }
        });
    }

    private void carryOut(RunningItem item) {
        try {
            var result = runner.carryOut(loader.load(item.lease()), item::isStopped);
            flusher.add(new FinishedItem(item.lease(), result), item.node());
        } catch (InterruptedException e) {
            LOG.debug(
                    "Item {} of run {} was stopped",
                    item.lease().seq(),
                    item.lease().run());
            if (item.isFenced()) {
                journal.abandoned(item.lease(), item.node());
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "Item {} of run {} is left to the reaper, since the database failed: {}",
                    item.lease().seq(),
                    item.lease().run(),
                    e.getMessage());
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            LOG.error(
                    "Item {} of run {} could not be carried out",
                    item.lease().seq(),
                    item.lease().run(),
                    e);
            flusher.add(new FinishedItem(item.lease(), broken(e)), item.node());
        }
    }

    private ItemResult broken(Throwable e) {
        var sentence = "Interlock could not carry out the test: " + e.getClass().getSimpleName() + ".";
        return ItemResult.unsent(
                Outcome.BROKEN, clock.instant(), sentence, new Failure(sentence, CauseClass.ENGINE, null, ""));
    }
}
