package dev.interlock.start;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service on loopback that takes its time for every answer, so that a kill finds requests under way. */
final class SlowTarget implements AutoCloseable {
    private final AtomicInteger answered = new AtomicInteger();
    private final LoopbackServer server;
    private final Duration pause;

    SlowTarget(Duration pause) throws IOException {
        this.pause = pause;
        server = new LoopbackServer(this::answer);
    }

    String address() {
        return server.address();
    }

    /** How many requests for orders were answered, those of a lost process included. */
    int answered() {
        return answered.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            LoopbackServer.answer(exchange, "{\"id\": \"1\"}");
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
        server.close();
    }
}
