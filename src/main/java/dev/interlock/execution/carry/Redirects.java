package dev.interlock.execution.carry;

import dev.interlock.arazzo.FailureCause;
import dev.interlock.arazzo.HttpCall;
import dev.interlock.arazzo.HttpHeader;
import dev.interlock.arazzo.TransportFailure;
import dev.interlock.outbound.OutboundAnswer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where an answer sends us on, and with what. */
final class Redirects {
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);

    /** What goes along to another origin; everything else might be a credential. */
    private static final Set<String> HARMLESS =
            Set.of("accept", "accept-language", "content-type", "user-agent", "traceparent");

    private static final Set<String> OF_THE_BODY = Set.of("content-type", "content-length", "content-encoding");

    private Redirects() {}

    /**
     * The next request, empty when the answer is the last.
     *
     * @param followed how many were followed before this answer
     * @throws TransportFailure when it leads on for too long, from https to http, or nowhere
     */
    static Optional<HttpCall> next(HttpCall call, OutboundAnswer answer, int followed) throws TransportFailure {
        var location = answer.header("Location");
        if (call.redirects() == 0 || !MOVED.contains(answer.status()) || location.isEmpty()) {
            return Optional.empty();
        }
        if (followed >= call.redirects()) {
            throw refused("%s led on for more than %d redirects, last to %s. Look at the service, or allow more."
                    .formatted(call.uri(), call.redirects(), location.get()));
        }
        return Optional.of(moved(call, target(call, location.get()), answer.status()));
    }

    /** Whether credentials may go along. */
    static boolean isSameOrigin(URI from, URI to) {
        return origin(from).equals(origin(to));
    }

    private static URI target(HttpCall call, String location) throws TransportFailure {
        var to = resolved(call, location);
        if (to.isEmpty()) {
            throw refused("%s redirects to \"%s\", which is no address for HTTP. Look at the service."
                    .formatted(call.uri(), location));
        }
        if (call.uri().getScheme().equalsIgnoreCase("https")
                && to.get().getScheme().equalsIgnoreCase("http")) {
            throw refused("%s redirects from https to %s, which is not followed. Let it name an https address."
                    .formatted(call.uri(), to.get()));
        }
        return to.get();
    }

    private static Optional<URI> resolved(HttpCall call, String location) {
        try {
            return Optional.of(call.uri().resolve(location))
                    .filter(to -> to.getHost() != null)
                    .filter(to ->
                            Set.of("http", "https").contains(to.getScheme().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static HttpCall moved(HttpCall call, URI to, int status) {
        var asGet = (status == 303 && !call.method().equals("HEAD"))
                || ((status == 301 || status == 302) && call.method().equals("POST"));
        var headers = call.headers().stream()
                .filter(header -> isSameOrigin(call.uri(), to) || HARMLESS.contains(low(header)))
                .filter(header -> !low(header).equals("host") && !low(header).equals("cookie"))
                .filter(header -> !asGet || !OF_THE_BODY.contains(low(header)))
                .toList();
        return new HttpCall(
                call.source(),
                asGet ? "GET" : call.method(),
                to,
                headers,
                asGet ? new byte[0] : call.body(),
                call.redirects());
    }

    private static List<Object> origin(URI uri) {
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var usual = scheme.equals("https") ? 443 : 80;
        return List.of(scheme, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort() < 0 ? usual : uri.getPort());
    }

    private static String low(HttpHeader header) {
        return header.name().toLowerCase(Locale.ROOT);
    }

    private static TransportFailure refused(String sentence) {
        return new TransportFailure(FailureCause.POLICY, sentence);
    }
}
