package dev.interlock.ingest;

import dev.interlock.catalog.ServiceKey;

/**
 * An integration that no document says, but that something in one hints at.
 *
 * @param from what it was concluded from
 * @param accepted whether it was accepted with this import
 */
public record Guess(ServiceKey consumer, ServiceKey provider, String from, boolean accepted) {

    /** How it is named when it is accepted: {@code consumer:provider}. */
    public String name() {
        return consumer + ":" + provider;
    }
}
