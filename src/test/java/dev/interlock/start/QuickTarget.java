package dev.interlock.start;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A service on loopback that answers at once and counts. */
final class QuickTarget implements AutoCloseable {
    private final AtomicLong firstAt = new AtomicLong();
    private final Map<Long, AtomicInteger> bySecond = new ConcurrentHashMap<>();
    private final LoopbackServer server;

    QuickTarget() throws IOException {
        server = new LoopbackServer(this::answer);
    }

    String address() {
        return server.address();
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
            LoopbackServer.answer(exchange, "{\"id\": \"" + id + "\"}");
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
