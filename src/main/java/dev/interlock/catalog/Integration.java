package dev.interlock.catalog;

import java.util.List;
import java.util.Set;

/**
 * A directed dependency of a consumer on a provider.
 *
 * @param protocols protocols with the operations used
 * @param known how it is known; never empty
 * @param version rises with every change
 */
public record Integration(
        ServiceKey consumer,
        ServiceKey provider,
        List<ProtocolUse> protocols,
        String description,
        Set<Known> known,
        long version) {
    /** Copies the collections. */
    public Integration {
        protocols = List.copyOf(protocols);
        known = Set.copyOf(known);
    }
}
