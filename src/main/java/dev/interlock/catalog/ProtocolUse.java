package dev.interlock.catalog;

import java.util.List;

/**
 * How an integration talks.
 *
 * @param protocol such as HTTP, AMQP or SQL
 * @param operations operations or channels used, such as {@code POST /charges}
 */
public record ProtocolUse(String protocol, List<String> operations) {
    /** Copies the operations. */
    public ProtocolUse {
        operations = List.copyOf(operations);
    }
}
