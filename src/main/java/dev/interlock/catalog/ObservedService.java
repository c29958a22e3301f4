package dev.interlock.catalog;

import java.time.Instant;

/**
 * A service, database or broker that traces show.
 *
 * @param registered whether it is a service of the project
 */
public record ObservedService(
        ServiceKey key, ServiceKind kind, boolean registered, Instant firstSeen, Instant lastSeen) {}
