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
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One service of the shop: a real HTTP server on a loopback port of its own. */
final class ShopServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] PAGE =
            "<!doctype html><title>Shop</title><p>Please sign in.".getBytes(StandardCharsets.UTF_8);
    private static final int LARGEST_BODY = 64 * 1024;

    private final String name;
    private final List<Route> routes;
    private final Mischief mischief;
    private final Executor threads;
    private final byte[] document;
    private final Consumer<ShopSpan> spans;
    private final int port;
    private @Nullable HttpServer server;

    ShopServer(
            String name, List<Route> routes, Mischief mischief, Executor threads, Consumer<ShopSpan> spans, int port) {
        this.name = name;
        this.routes = routes;
        this.mischief = mischief;
        this.threads = threads;
        this.document = Shop.document(name);
        this.spans = spans;
        var opened = started(port);
        this.port = opened.getAddress().getPort();
        this.server = opened;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    synchronized void fault(@Nullable Fault fault, @Nullable String operation) {
        mischief.plan(fault, operation);
        if (fault == Fault.REFUSED) {
            close();
        } else if (server == null) {
            server = started(port);
        }
    }

    Optional<Fault> fault() {
        return mischief.fault();
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    private HttpServer started(int wanted) {
        var opened = listen(wanted);
        opened.setExecutor(threads);
        opened.createContext("/", this::serve);
        opened.start();
        return opened;
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
                exchange.getResponseHeaders().set("Content-Type", "application/yaml");
                send(exchange, 200, document, document.length);
                return;
            }
            var trace = Trace.of(exchange.getRequestHeaders().getFirst("traceparent"));
            var startedAt = Instant.now();
            var operation = exchange.getRequestMethod() + " " + template(exchange);
            var answer = answer(exchange, operation, trace);
            tell(operation, trace, answer, startedAt);
            send(exchange, operation, answer);
        }
    }

    private Answer answer(HttpExchange exchange, String operation, Trace trace) throws IOException {
        var path = exchange.getRequestURI().getPath();
        for (var route : routes) {
            var values = route.match(exchange.getRequestMethod(), path);
            if (values.isPresent()) {
                var request = new Request(values.get(), query(exchange), body(exchange), trace);
                return mischief.instead(operation).orElseGet(() -> mischief.spoil(operation, handled(route, request)));
            }
        }
        return Answer.missing(operation);
    }

    private static Answer handled(Route route, Request request) {
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

    private void tell(String operation, Trace trace, Answer answer, Instant startedAt) {
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

    private void send(HttpExchange exchange, String operation, Answer answer) throws IOException {
        var html = mischief.has(Fault.WRONG_TYPE, operation);
        exchange.getResponseHeaders().set("Content-Type", html ? "text/html" : "application/json");
        if (mischief.has(Fault.EMPTY_BODY, operation)) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        var body = html ? PAGE : JSON.writeValueAsBytes(answer.body());
        var sent = mischief.has(Fault.RESET, operation) ? body.length / 2 : body.length;
        send(exchange, answer.status(), body, sent);
    }

    /** Promises the whole body and sends so much of it. */
    private static void send(HttpExchange exchange, int status, byte[] body, int sent) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body, 0, sent);
    }
}
