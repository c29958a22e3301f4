package dev.interlock.arazzo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A request, ready to be sent.
 *
 * @param source name of the source description whose service it goes to
 * @param method method in capitals
 * @param uri absolute address
 * @param headers header fields in order
 * @param body body, empty when there is none; never changed
 * @param redirects how many redirects are followed, 0 to 5
 */
@SuppressWarnings("ArrayRecordComponent")
public record HttpCall(String source, String method, URI uri, List<HttpHeader> headers, byte[] body, int redirects) {
    public HttpCall {
        headers = List.copyOf(headers);
    }

    /** A request whose redirects are answers like others. */
    public HttpCall(String source, String method, URI uri, List<HttpHeader> headers, byte[] body) {
        this(source, method, uri, headers, body, 0);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(HttpHeader::value)
                .findFirst();
    }

    /** The body as UTF-8 text. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
