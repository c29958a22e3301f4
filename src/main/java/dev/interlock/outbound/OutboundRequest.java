package dev.interlock.outbound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to an address a user chose.
 *
 * @param method any HTTP method but CONNECT
 * @param url absolute, http or https, without user name; what follows {@code #} is not sent
 * @param headers sent in this order; Content-Length and Transfer-Encoding are worked out from the body instead
 * @param body the bytes to send, or null for none
 */
@SuppressWarnings("ArrayRecordComponent")
public record OutboundRequest(String method, String url, List<Header> headers, byte @Nullable [] body) {
    public OutboundRequest {
        headers = List.copyOf(headers);
    }

    /** A GET without a body. */
    public static OutboundRequest get(String url, List<Header> headers) {
        return new OutboundRequest("GET", url, headers, null);
    }
}
