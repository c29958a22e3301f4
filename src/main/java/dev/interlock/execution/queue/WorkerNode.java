package dev.interlock.execution.queue;

import dev.interlock.execution.ExecutionProperties;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * This process as a node: beats, leases and stores until it is told to stop; then finishes what is under way, or gives it
 * back.
 */
@Component
public class WorkerNode implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerNode.class);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** Between two leases, so that workers that become free meanwhile are served together. */
    private static final Duration GATHER = Duration.ofMillis(5);

    private static final Duration SELF_FENCE = Duration.ofSeconds(4);

    private final ItemPump pump;
    private final ResultFlusher flusher;
    private final LostLeases lost;
    private final DataSource database;
    private final ExecutionProperties properties;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean leasing;
    private volatile boolean alive;
    private volatile Node node = new Node("", new UUID(0, 0));
    private @Nullable Heart heart;
    private long looked = System.nanoTime();

    WorkerNode(
            ItemPump pump,
            ResultFlusher flusher,
            LostLeases lost,
            DataSource database,
            ExecutionProperties properties) {
        this.pump = pump;
        this.flusher = flusher;
        this.lost = lost;
        this.database = database;
        this.properties = properties;
    }

    @Override
    public void start() {
        if (!properties.pump() || alive) {
            return;
        }
        node = new Node(ProcessHandle.current().pid() + "-" + UUID.randomUUID(), UUID.randomUUID());
        var fresh = newHeart();
        fresh.nodes().enter(node, host());
        heart = fresh;
        alive = true;
        leasing = true;
        loop("node-beat", this::beat);
        loop("node-lease", this::lease);
        loop("node-store", flusher::flush);
    }

    @Override
    public void stop() {
        var own = heart;
        if (!alive || own == null) {
            return;
        }
        leasing = false;
        try {
            own.nodes().drain(node);
            LOG.info("This node leases no more and has {} to finish what it began", properties.drain());
            if (!pump.awaitIdle(properties.drain())) {
                pump.handBack();
            }
            awaitStored();
            alive = false;
            awaitThreads();
            own.nodes().leave(node);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException e) {
            LOG.warn("The node could not take leave of the database: {}", e.getMessage());
        } finally {
            die();
        }
    }

    /** Ends at once and tells nobody, as a process does that is killed. */
    public void die() {
        alive = false;
        leasing = false;
        threads.forEach(Thread::interrupt);
        threads.clear();
        pump.stop(item -> true);
        if (heart != null) {
            heart.close();
        }
    }

    @Override
    public boolean isRunning() {
        return alive;
    }

    /** Leases what is due now; says how many items were begun. */
    public int runDue() {
        return leasing && mySend() ? pump.runDue(node, () -> !mySend()) : 0;
    }

    private boolean mySend() {
        return alive && heart != null && heart.isFresh();
    }

    private void lease() throws InterruptedException {
        if (runDue() == 0) {
            pump.awaitNews(properties.poll());
        }
        // a pause that gathers, not a wait for something to have happened: news end awaitNews at once
        Thread.sleep(GATHER);
        if (System.nanoTime() - looked > LOOK.toNanos()) {
            looked = System.nanoTime();
            findLostLeases();
        }
    }

    private void beat() throws InterruptedException {
        var own = heart;
        if (own != null) {
            if (hasLostItsLeases(own)) {
                LOG.warn("This node was away too long; it drops what it has and starts again");
                rise(own);
            }
            stopRunsThatAreOver(own);
        }
        Thread.sleep(BEAT);
    }

    private void findLostLeases() {
        var found = lost.look(node, pump.held());
        if (found > 0) {
            LOG.warn("{} leases of this node were lost and are left to the reaper", found);
        }
    }

    /** Others have buried this node, or it has stopped sending by itself: then its leases have to become free. */
    private boolean hasLostItsLeases(Heart own) {
        var wasFresh = own.isFresh();
        return !own.beat(node) || (!wasFresh && own.isFresh());
    }

    /** What is under way sends nothing more; what it still receives is kept as late. */
    private void rise(Heart own) {
        var dead = node;
        pump.fence(dead);
        var reborn = dead.reborn();
        var now = System.nanoTime();
        own.nodes().enter(reborn, host());
        node = reborn;
        own.startAgain(now);
    }

    private void stopRunsThatAreOver(Heart own) {
        var runs = pump.runsUnderWay();
        if (!runs.isEmpty()) {
            var over = own.over(runs);
            pump.stop(item -> over.contains(item.lease().run()));
        }
    }

    private void awaitStored() throws InterruptedException {
        var until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!flusher.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(10);
        }
    }

    /** Lets the threads end by themselves, so that none is interrupted while it talks to the database. */
    private void awaitThreads() throws InterruptedException {
        for (var thread : threads) {
            thread.join(BEAT.plus(BEAT));
        }
    }

    private interface Round {
        void run() throws InterruptedException;
    }

    /** Threads of the system: a beat may not wait until items on virtual threads let it have a processor. */
    private void loop(String name, Round round) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(() -> {
            while (alive && !Thread.currentThread().isInterrupted()) {
                try {
                    guarded(round);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }));
    }

    private void guarded(Round round) throws InterruptedException {
        try {
            round.run();
        } catch (RuntimeException | LinkageError e) {
            if (alive) {
                LOG.warn("A round of the node failed and is repeated: {}", e.getMessage());
                Thread.sleep(500);
            }
        }
    }

    private Heart newHeart() {
        try {
            return new Heart(database, SELF_FENCE);
        } catch (SQLException e) {
            throw new IllegalStateException("The connection for the heartbeat cannot be made from the data source", e);
        }
    }

    private static String host() {
        return Objects.requireNonNullElse(System.getenv("HOSTNAME"), "localhost");
    }
}
