package dev.interlock.openapi;

import java.util.List;
import java.util.Optional;

/**
 * One media type of a body.
 *
 * @param mediaType media type or range as written, such as {@code application/json} or {@code *}{@code /*}
 * @param schema schema of the body, if given
 * @param examples examples of the whole body
 * @param pointer where it is declared
 */
public record Content(String mediaType, Optional<Located> schema, List<Example> examples, String pointer) {
    public Content {
        examples = List.copyOf(examples);
    }

    /** Whether bodies of this media type are JSON. */
    public boolean json() {
        return MediaTypes.isJson(mediaType);
    }
}
