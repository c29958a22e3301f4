package dev.interlock.execution.queue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes whoever leases: a worker became free here, or a stored result gave its place at a target back. */
@Component
class Stir {
    private final Semaphore news = new Semaphore(0);

    void stir() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Waits for the next news, or so long. */
    void await(Duration most) throws InterruptedException {
        if (news.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
            news.drainPermits();
        }
    }
}
