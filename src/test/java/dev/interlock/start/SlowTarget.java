package dev.interlock.start;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service on loopback that takes its time for every answer, so that a kill finds requests under way. */
final class SlowTarget implements AutoCloseable {
    private final AtomicInteger answered = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Duration pause;

    SlowTarget(Duration pause) throws IOException {
        this.pause = pause;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many requests for orders were answered, those of a lost process included. */
    int answered() {
        return answered.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            var body = "{\"id\": \"1\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (exchange.getRequestURI().getPath().startsWith("/orders/")) {
                answered.incrementAndGet();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
