package dev.interlock.outbound;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an address may not be reached.
 *
 * @param rule the rule that closed it
 * @param address the address, or the host as written when it is refused before it is looked up
 * @param port the port asked for
 * @param opening what an instance administrator would open to allow exactly this, or null when nothing can open it
 * @param sentence what happened, to what, what to do next
 */
public record Refusal(
        AddressRule rule,
        String address,
        int port,
        @Nullable Opening opening,
        String sentence) {
    /** What would open exactly this address and port; empty when no opening can. */
    public Optional<Opening> openingToOffer() {
        return Optional.ofNullable(opening);
    }
}
