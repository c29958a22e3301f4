package dev.interlock.arazzo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An answer, as far as it was read.
 *
 * @param status status, 100 to 599
 * @param headers header fields in order
 * @param body body, empty when there is none; never changed
 * @param truncated whether the body was longer than what was read
 * @param timings where the time went
 * @param remoteAddress address that answered, or an empty text
 * @param reused whether an open connection was used again
 */
@SuppressWarnings("ArrayRecordComponent")
public record HttpAnswer(
        int status,
        List<HttpHeader> headers,
        byte[] body,
        boolean truncated,
        HttpTimings timings,
        String remoteAddress,
        boolean reused) {
    public HttpAnswer {
        headers = List.copyOf(headers);
    }

    /** A complete answer without timings, for doubles in tests. */
    public static HttpAnswer of(int status, List<HttpHeader> headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return new HttpAnswer(status, headers, bytes, false, HttpTimings.UNKNOWN, "", false);
    }

    /** A complete JSON answer without timings, for doubles in tests. */
    public static HttpAnswer json(int status, String body) {
        return of(status, List.of(new HttpHeader("Content-Type", "application/json")), body);
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
