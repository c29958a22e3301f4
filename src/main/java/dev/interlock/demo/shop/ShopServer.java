package dev.interlock.demo.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One service of the shop: a real HTTP server on a loopback port of its own. */
final class ShopServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LARGEST_BODY = 64 * 1024;

    private final String name;
    private final List<Route> routes;
    private final byte[] document;
    private final Consumer<ShopSpan> spans;
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile @Nullable Fault fault;

    ShopServer(
            String name,
            List<Route> routes,
            byte[] document,
            ExecutorService threads,
            Consumer<ShopSpan> spans,
            int port) {
        this.name = name;
        this.routes = routes;
        this.document = document;
        this.spans = spans;
        this.server = listen(port);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void fault(@Nullable Fault wanted) {
        fault = wanted;
        requests.set(0);
    }

    boolean has(Fault wanted) {
        return fault == wanted;
    }

    Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static HttpServer listen(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException taken) {
            return listen(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/openapi.yaml")) {
                send(exchange, 200, "application/yaml", document);
                return;
            }
            var trace = Trace.of(exchange.getRequestHeaders().getFirst("traceparent"));
            var startedAt = Instant.now();
            var answer = answer(exchange, trace);
            tell(exchange, trace, answer, startedAt);
            send(exchange, answer.status(), "application/json", JSON.writeValueAsBytes(answer.body()));
        }
    }

    private Answer answer(HttpExchange exchange, Trace trace) throws IOException {
        var current = fault;
        if (current == Fault.BAD_GATEWAY) {
            return Answer.error(502, name + " got no answer from behind");
        }
        if (current == Fault.FLAKY && requests.getAndIncrement() % 2 == 0) {
            return Answer.error(503, name + " is overloaded");
        }
        if (current == Fault.SLOW) {
            pause(Duration.ofSeconds(4));
        }
        return routed(exchange, trace);
    }

    private Answer routed(HttpExchange exchange, Trace trace) throws IOException {
        var path = exchange.getRequestURI().getPath();
        for (var route : routes) {
            var values = route.match(exchange.getRequestMethod(), path);
            if (values.isPresent()) {
                return handled(route, new Request(values.get(), query(exchange), body(exchange), trace));
            }
        }
        return Answer.missing(exchange.getRequestMethod() + " " + path);
    }

    private Answer handled(Route route, Request request) {
        try {
            return route.handler().apply(request);
        } catch (CallFailed e) {
            return Answer.error(502, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = exchange.getRequestURI().getRawQuery();
        if (query == null) {
            return Map.of();
        }
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, second) -> second));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        try {
            return bytes.length == 0 ? Map.of() : JSON.readValue(bytes, Map.class);
        } catch (JacksonException e) {
            return Map.of();
        }
    }

    private void tell(HttpExchange exchange, Trace trace, Answer answer, Instant startedAt) {
        var operation = exchange.getRequestMethod() + " " + template(exchange);
        var error = answer.status() >= 500 ? "answered " + answer.status() : null;
        spans.accept(new ShopSpan(
                trace.traceId(),
                trace.spanId(),
                trace.parentId(),
                name,
                ShopSpan.Kind.SERVER,
                null,
                operation,
                answer.status(),
                error,
                startedAt,
                Duration.between(startedAt, Instant.now())));
    }

    private String template(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        return routes.stream()
                .filter(route -> route.match(exchange.getRequestMethod(), path).isPresent())
                .map(Route::template)
                .findFirst()
                .orElse(path);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
