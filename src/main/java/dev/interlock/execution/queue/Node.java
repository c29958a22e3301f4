package dev.interlock.execution.queue;

import java.util.UUID;

/** One incarnation of a process that carries out items. A process that lost its leases takes a new incarnation. */
public record Node(String id, UUID incarnation) {

    /** The same process born again. */
    Node reborn() {
        return new Node(id, UUID.randomUUID());
    }
}
