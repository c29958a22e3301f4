package dev.interlock.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of an interface, with everything a caller needs already resolved.
 *
 * @param method method in capital letters
 * @param path path template as written, such as {@code /orders/{orderId}}; name of the webhook for webhooks
 * @param operationId id given by the document
 * @param summary short text, or an empty one
 * @param deprecated whether callers should leave it
 * @param tags tags in document order
 * @param parameters parameters, those of the path item merged in
 * @param requestBody the body it takes
 * @param responses responses in document order
 * @param security alternatives, each naming schemes and the scopes needed; empty when anyone may call, and an
 *     alternative without schemes means that being anonymous is allowed
 * @param servers servers of the operation or its path item where they differ from the document's; else empty
 * @param pointer where it is declared
 * @param signature hash of everything that matters to callers; texts and examples are left out
 */
public record Operation(
        String method,
        String path,
        Optional<String> operationId,
        String summary,
        boolean deprecated,
        List<String> tags,
        List<Parameter> parameters,
        Optional<RequestBody> requestBody,
        List<Response> responses,
        List<Map<String, List<String>>> security,
        List<Server> servers,
        String pointer,
        String signature) {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    public Operation {
        tags = List.copyOf(tags);
        parameters = List.copyOf(parameters);
        responses = List.copyOf(responses);
        security = List.copyOf(security);
        servers = List.copyOf(servers);
    }

    /** Method and path as one text, unique in a document: {@code GET /orders/{orderId}}. */
    public String key() {
        return method + " " + path;
    }

    /** The path to send: without the fragment some documents add to tell two operations on one path apart. */
    public String requestPath() {
        var fragment = path.indexOf('#');
        return fragment < 0 ? path : path.substring(0, fragment);
    }

    /** Whether it only reads, so that calling it changes nothing. */
    public boolean reading() {
        return READING.contains(method);
    }

    /** The response described for a status: its code, else its range such as {@code 4XX}, else the default. */
    public Optional<Response> response(int status) {
        return responseNamed(Integer.toString(status))
                .or(() -> responseNamed(status / 100 + "XX"))
                .or(() -> responseNamed("default"));
    }

    private Optional<Response> responseNamed(String code) {
        return responses.stream()
                .filter(response -> response.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /** The response of success to expect: the first of the 200s. */
    public Optional<Response> success() {
        return responses.stream().filter(Response::success).findFirst();
    }

    /** The parameters of one place such as {@code path}. */
    public List<Parameter> parametersIn(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals(place))
                .toList();
    }

    /** What a catalog keeps of it. */
    public OperationSummary summarised() {
        return new OperationSummary(method, path, operationId.orElse(""), summary, deprecated, signature);
    }
}
