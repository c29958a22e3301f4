package dev.interlock.execution.queue;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** An item under way on this node. */
final class RunningItem {
    private final Lease lease;
    private final Node node;
    private final BooleanSupplier mayNotSend;
    private volatile boolean stopped;
    private volatile boolean fenced;
    private volatile @Nullable Thread thread;

    RunningItem(Lease lease, Node node, BooleanSupplier mayNotSend) {
        this.lease = lease;
        this.node = node;
        this.mayNotSend = mayNotSend;
    }

    Lease lease() {
        return lease;
    }

    Node node() {
        return node;
    }

    void begin(Thread current) {
        thread = current;
    }

    /** Sends nothing more and closes what is open. */
    void stop() {
        stopped = true;
        var current = thread;
        if (current != null) {
            current.interrupt();
        }
    }

    /** Sends nothing more; an answer under way may still come. */
    void fence() {
        fenced = true;
        stopped = true;
    }

    /** Whether it may send nothing more because its lease was or may be lost, not because it was told to stop. */
    boolean isFenced() {
        return fenced || (!stopped && mayNotSend.getAsBoolean());
    }

    boolean isStopped() {
        return stopped || mayNotSend.getAsBoolean();
    }
}
