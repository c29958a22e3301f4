package dev.interlock.openapi;

import java.util.List;
import java.util.Optional;

/**
 * A parameter of an operation, those of its path item merged in.
 *
 * @param name name as sent
 * @param in {@code path}, {@code query}, {@code header}, {@code cookie} or {@code querystring}
 * @param required whether a request without it is refused; always true in a path
 * @param deprecated whether callers should stop sending it
 * @param style how arrays and objects are written, such as {@code form} or {@code simple}
 * @param explode whether each element of an array or object is sent apart
 * @param schema its schema, if the document has one
 * @param mediaType media type of the value when it is given by {@code content}
 * @param examples examples in the document, first the one to prefer
 * @param pointer where it is declared
 */
public record Parameter(
        String name,
        String in,
        boolean required,
        boolean deprecated,
        String style,
        boolean explode,
        Optional<Located> schema,
        Optional<String> mediaType,
        List<Example> examples,
        String pointer) {
    public Parameter {
        examples = List.copyOf(examples);
    }
}
