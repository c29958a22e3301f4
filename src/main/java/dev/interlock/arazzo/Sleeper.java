package dev.interlock.arazzo;

import java.time.Duration;

/** Waits; tests pass one that does not. */
@FunctionalInterface
public interface Sleeper {

    /** Waits this long. */
    void sleep(Duration time) throws InterruptedException;

    /** The one that really waits. */
    static Sleeper real() {
        return Thread::sleep;
    }
}
