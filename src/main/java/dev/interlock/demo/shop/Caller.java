package dev.interlock.demo.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Calls from one service of the shop to another, each told as a span. */
final class Caller {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Who stands further in front waits longer, so that the call that hangs is the first to be given up. */
    private static final Map<String, Duration> PATIENCE =
            Map.of("gateway", Duration.ofMillis(3000), "orders", Duration.ofMillis(2200));

    private static final Executor LATER = CompletableFuture.delayedExecutor(150, TimeUnit.MILLISECONDS);
    private static final Duration USUAL_PATIENCE = Duration.ofMillis(1500);

    private final String service;
    private final HttpClient http;
    private final Function<String, String> baseUrlOf;
    private final Consumer<ShopSpan> spans;
    private final Predicate<Fault> has;

    Caller(
            String service,
            HttpClient http,
            Function<String, String> baseUrlOf,
            Consumer<ShopSpan> spans,
            Predicate<Fault> has) {
        this.service = service;
        this.http = http;
        this.baseUrlOf = baseUrlOf;
        this.spans = spans;
        this.has = has;
    }

    /** Posts a moment later, and nobody waits for the answer. */
    void tell(Trace trace, String peer, String path, Map<String, Object> body) {
        if (!has.test(Fault.LOST_CALLBACK)) {
            LATER.execute(() -> {
                try {
                    post(trace, peer, path, body);
                } catch (CallFailed lost) {
                    // the span of the call tells of the failure
                }
            });
        }
    }

    /** The answer, whatever its status; a good one without these numbers fails the call. */
    Answer get(Trace trace, String peer, String path, String... numbers) {
        return send(trace, peer, "GET", path, null, numbers);
    }

    /**
     * The body of a good answer; anything else fails the call, also when one of these fields is no number.
     *
     * @param numbers fields the caller counts with
     */
    Map<String, Object> post(Trace trace, String peer, String path, Map<String, Object> body, String... numbers) {
        return Calls.good(peer, send(trace, peer, "POST", path, body, numbers));
    }

    private Answer send(
            Trace trace,
            String peer,
            String method,
            String path,
            @Nullable Map<String, Object> body,
            String... numbers) {
        var call = trace.child();
        var startedAt = Instant.now();
        try {
            var answer = exchange(call, peer, method, path, body);
            var misread = misread(peer, answer, numbers);
            tell(call, peer, method + " " + path, answer.status(), misread, startedAt);
            if (misread != null) {
                throw new CallFailed(misread);
            }
            return answer;
        } catch (IOException e) {
            var reason = reason(peer, e);
            tell(call, peer, method + " " + path, 0, reason, startedAt);
            throw new CallFailed(reason);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed("interrupted");
        }
    }

    private Duration patience() {
        return PATIENCE.getOrDefault(service, USUAL_PATIENCE);
    }

    private String reason(String peer, IOException e) {
        return e instanceof HttpTimeoutException
                ? peer + " gave no answer within " + patience().toMillis() + " ms"
                : peer + " gave no answer: the connection failed";
    }

    private static @Nullable String misread(String peer, Answer answer, String... numbers) {
        if (!answer.isGood()) {
            return null;
        }
        if (!(answer.body() instanceof Map<?, ?> fields)) {
            return peer + " sent no JSON object";
        }
        return Arrays.stream(numbers)
                .filter(field -> !(fields.get(field) instanceof Number))
                .findFirst()
                .map(field -> peer + " sent no number as " + field)
                .orElse(null);
    }

    private Answer exchange(Trace call, String peer, String method, String path, @Nullable Map<String, Object> body)
            throws IOException, InterruptedException {
        var content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        var request = HttpRequest.newBuilder(URI.create(baseUrlOf.apply(peer) + path))
                .timeout(patience())
                .header("traceparent", call.traceparent())
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), read(response.body()));
    }

    /** The JSON value sent, or an empty text for what is none. */
    private static Object read(byte[] body) {
        try {
            return body.length == 0 ? "" : JSON.readValue(body, Object.class);
        } catch (JacksonException e) {
            return "";
        }
    }

    private void tell(
            Trace call, String peer, String operation, int status, @Nullable String failure, Instant startedAt) {
        var error = failure != null ? failure : status >= 400 ? peer + " answered " + status : null;
        spans.accept(new ShopSpan(
                call.traceId(),
                call.spanId(),
                call.parentId(),
                service,
                ShopSpan.Kind.CLIENT,
                peer,
                operation,
                status,
                error,
                startedAt,
                Duration.between(startedAt, Instant.now())));
    }
}
