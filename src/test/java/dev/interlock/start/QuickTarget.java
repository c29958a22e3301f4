package dev.interlock.start;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A service on loopback that answers at once and counts. */
final class QuickTarget implements AutoCloseable {
    private final AtomicLong firstAt = new AtomicLong();
    private final Map<Long, AtomicInteger> bySecond = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    QuickTarget() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** When the first request since {@link #forget} came, by {@link System#nanoTime}; zero while there was none. */
    long firstAt() {
        return firstAt.get();
    }

    /** Most requests within one second by the clock. */
    int best() {
        return bySecond.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
    }

    void forget() {
        firstAt.set(0);
        bySecond.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.startsWith("/orders/")) {
                firstAt.compareAndSet(0, System.nanoTime());
                bySecond.computeIfAbsent(System.nanoTime() / 1_000_000_000, second -> new AtomicInteger())
                        .incrementAndGet();
            }
            var id = path.substring(path.lastIndexOf('/') + 1);
            var body = ("{\"id\": \"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
