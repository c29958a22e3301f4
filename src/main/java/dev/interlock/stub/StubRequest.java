package dev.interlock.stub;

import java.util.Map;
import java.util.Optional;

/**
 * What a stand-in is asked.
 *
 * @param method method in capital letters
 * @param path path with its query, below the base of the service
 * @param headers by name in small letters
 * @param body the body as text, empty without one
 */
public record StubRequest(String method, String path, Map<String, String> headers, String body) {
    /** Copies the headers. */
    public StubRequest {
        headers = Map.copyOf(headers);
    }

    /** The trace the request belongs to, from its {@code traceparent}. */
    public Optional<String> traceId() {
        return Optional.ofNullable(headers.get("traceparent"))
                .filter(text -> text.matches("[0-9a-f]{2}-[0-9a-f]{32}-.*"))
                .map(text -> text.substring(3, 35));
    }
}
