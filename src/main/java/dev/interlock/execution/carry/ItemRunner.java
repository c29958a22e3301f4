package dev.interlock.execution.carry;

import java.util.function.BooleanSupplier;

/** Carries items out. */
public interface ItemRunner {
    /**
     * Sends what the test says and waits for the answers. Always ends with a result.
     *
     * @param stopped asked before everything that is sent; when true nothing more is sent
     * @throws InterruptedException when the thread was interrupted; then nothing may be stored
     */
    ItemResult carryOut(ItemWork work, BooleanSupplier stopped) throws InterruptedException;
}
