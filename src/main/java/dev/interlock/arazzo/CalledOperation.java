package dev.interlock.arazzo;

import java.util.List;
import java.util.Optional;

/**
 * An operation as far as calling it needs.
 *
 * @param operationId its id, if it has one
 * @param method method in capitals
 * @param path path template to send, such as {@code /orders/{orderId}}
 * @param parameters parameters it declares
 * @param mediaTypes media types its body may have, the preferred first; empty when it takes none
 * @param bodyRequired whether a request without a body is refused
 * @param serverUrl address the interface names first, possibly relative or empty
 */
public record CalledOperation(
        Optional<String> operationId,
        String method,
        String path,
        List<DeclaredParameter> parameters,
        List<String> mediaTypes,
        boolean bodyRequired,
        String serverUrl) {
    public CalledOperation {
        parameters = List.copyOf(parameters);
        mediaTypes = List.copyOf(mediaTypes);
    }

    /** Method and path: {@code GET /orders/{orderId}}. */
    public String key() {
        return method + " " + path;
    }

    /** The parameter with this name in this place. */
    public Optional<DeclaredParameter> parameter(String name, String in) {
        return parameters.stream()
                .filter(each -> each.in().equals(in)
                        && (in.equals("header")
                                ? each.name().equalsIgnoreCase(name)
                                : each.name().equals(name)))
                .findFirst();
    }
}
