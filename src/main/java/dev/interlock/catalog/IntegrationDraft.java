package dev.interlock.catalog;

import java.util.List;
import java.util.Set;

/**
 * What is to be stored of an integration.
 *
 * @param protocols at most 20 protocols of at most 500 operations
 * @param description at most 4,000 characters
 * @param known taken as DECLARED when empty
 */
public record IntegrationDraft(
        ServiceKey consumer, ServiceKey provider, List<ProtocolUse> protocols, String description, Set<Known> known) {
    /** Copies the collections. */
    public IntegrationDraft {
        protocols = List.copyOf(protocols);
        known = Set.copyOf(known);
    }

    /** A plain declared integration over HTTP. */
    public static IntegrationDraft http(ServiceKey consumer, ServiceKey provider, String... operations) {
        return new IntegrationDraft(
                consumer, provider, List.of(new ProtocolUse("HTTP", List.of(operations))), "", Set.of(Known.DECLARED));
    }
}
