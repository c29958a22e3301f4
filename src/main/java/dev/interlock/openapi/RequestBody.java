package dev.interlock.openapi;

import java.util.List;
import java.util.Optional;

/**
 * The body an operation takes.
 *
 * @param required whether a request without a body is refused
 * @param contents the media types it may have, in document order
 * @param pointer where it is declared
 */
public record RequestBody(boolean required, List<Content> contents, String pointer) {
    public RequestBody {
        contents = List.copyOf(contents);
    }

    /** The content to send: JSON if there is any, else the first. */
    public Optional<Content> preferred() {
        return contents.stream()
                .filter(Content::json)
                .findFirst()
                .or(() -> contents.stream().findFirst());
    }
}
