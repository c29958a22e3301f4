package dev.interlock.catalog;

import dev.interlock.outbound.Header;
import java.util.List;

/**
 * What to add to a request so that it speaks for an identity.
 *
 * @param headers header lines to add
 * @param query query parameters to add, names and values not yet encoded
 */
public record Credentials(List<Header> headers, List<Header> query) {
    /** Nothing to add. */
    public static final Credentials NONE = new Credentials(List.of(), List.of());

    /** Copies the lists. */
    public Credentials {
        headers = List.copyOf(headers);
        query = List.copyOf(query);
    }
}
