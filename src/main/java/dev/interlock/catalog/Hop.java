package dev.interlock.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One step of a path over an integration.
 *
 * @param operation such as {@code POST /charges}, or null when any will do
 * @param after index of the hop this one follows, or null when it starts at the entry; a draft may leave null where
 *     the order of the hops tells
 */
public record Hop(
        ServiceKey consumer,
        ServiceKey provider,
        @Nullable String operation,
        Mode mode,
        @Nullable Integer after) {
    /** A hop the caller waits for, with any operation. */
    public static Hop sync(ServiceKey consumer, ServiceKey provider) {
        return new Hop(consumer, provider, null, Mode.SYNC, null);
    }

    /** The integration it travels over, such as {@code orders -> payment}. */
    public String edge() {
        return consumer + " -> " + provider;
    }
}
