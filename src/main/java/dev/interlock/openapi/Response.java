package dev.interlock.openapi;

import java.util.List;
import java.util.Optional;

/**
 * A response an operation may give.
 *
 * @param code {@code 200}, {@code 4XX} or {@code default}
 * @param description text of the document
 * @param contents media types of the body; empty when it has none
 * @param headers headers described
 * @param links next operations it leads to
 * @param pointer where it is declared
 */
public record Response(
        String code,
        String description,
        List<Content> contents,
        List<Header> headers,
        List<Link> links,
        String pointer) {
    public Response {
        contents = List.copyOf(contents);
        headers = List.copyOf(headers);
        links = List.copyOf(links);
    }

    /** Whether it stands for success: a code of the 200s. */
    public boolean success() {
        return code.startsWith("2");
    }

    /** The content to look at: JSON if there is any, else the first. */
    public Optional<Content> preferred() {
        return contents.stream()
                .filter(Content::json)
                .findFirst()
                .or(() -> contents.stream().findFirst());
    }
}
