package dev.interlock.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long people wait: from a deployment posted to the first request of the run it starts, from the last item to the
 * verdict by REST, from there to the message of a channel. {@code -Dinterlock.bench.deployments} says how many.
 */
@Tag("bench")
class LatencyBenchIT {
    private static final int DEPLOYMENTS = Integer.getInteger("interlock.bench.deployments", 60);
    private static final int TESTS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration MOST_TO_REQUEST = Duration.ofSeconds(3);
    private static final Duration MOST_TO_VERDICT = Duration.ofSeconds(1);
    private static final Duration MOST_TO_MESSAGE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    /** What one deployment took, in milliseconds. */
    private record Waits(long request, long verdict, long message) {}

    /** The service under test and who is told of its runs. */
    private static final class Listener implements AutoCloseable {
        private final AtomicLong first = new AtomicLong();
        private final AtomicLong last = new AtomicLong();
        private final AtomicLong told = new AtomicLong();
        private final AtomicLong requests = new AtomicLong();
        private final LoopbackServer server = new LoopbackServer(this::answer);

        private Listener() throws IOException {}

        private void forget() {
            List.of(first, last, told, requests).forEach(number -> number.set(0));
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var path = exchange.getRequestURI().getPath();
                if (path.startsWith("/orders/")) {
                    first.compareAndSet(0, System.nanoTime());
                    LoopbackServer.answer(exchange, "{\"id\": \"1\"}");
                    last.set(System.nanoTime());
                    requests.incrementAndGet();
                } else {
                    LoopbackServer.answer(exchange, "{}");
                    if (body.contains("\"run.finished\"")) {
                        told.set(System.nanoTime());
                    }
                }
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }

    @Test
    void answersInTime() throws Exception {
        try (var listener = new Listener();
                var service = start()) {
            var client = new KillClient(service.address());
            furnish(client, listener.server.address());
            deploy(client, listener, 0);
            var waits = new ArrayList<Waits>();
            for (var i = 1; i <= DEPLOYMENTS; i++) {
                waits.add(deploy(client, listener, i));
            }
            var request = sorted(waits.stream().map(Waits::request).toList(), "first request");
            var verdict = sorted(waits.stream().map(Waits::verdict).toList(), "verdict");
            var message = sorted(waits.stream().map(Waits::message).toList(), "message");

            assertThat(p95(request)).isLessThanOrEqualTo(MOST_TO_REQUEST.toMillis());
            assertThat(verdict.getLast()).isLessThanOrEqualTo(MOST_TO_VERDICT.toMillis());
            assertThat(message.getLast()).isLessThanOrEqualTo(MOST_TO_MESSAGE.toMillis());
        }
    }

    private static void furnish(KillClient client, String target) throws Exception {
        client.setUpTests(target, TESTS);
        client.project("PUT", "/channels/hook", Map.of("kind", "WEBHOOK", "address", target + "/hook", "runs", true));
        client.project("PUT", "/triggers/on-deploy", Map.of("event", "DEPLOYED"));
    }

    private static Waits deploy(KillClient client, Listener listener, int number) throws Exception {
        listener.forget();
        var version = "1." + number;
        client.project("POST", "/services/orders/versions", Map.of("version", version, "unitTests", "PASSED"));
        var posted = System.nanoTime();
        client.project("POST", "/deployments", Map.of("service", "orders", "version", version, "environment", "test"));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> listener.requests.get() == TESTS);
        var run =
                client.project("GET", "/triggers/on-deploy", "").path("lastRun").asString();
        var state = client.project("GET", "/runs/" + run + "?wait=30s", "")
                .path("state")
                .asString();
        var answered = System.nanoTime();
        assertThat(state).isEqualTo("FINISHED");
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> listener.told.get() > 0);
        return new Waits(
                millis(posted, listener.first.get()),
                millis(listener.last.get(), answered),
                millis(listener.last.get(), listener.told.get()));
    }

    private static long millis(long from, long to) {
        return Duration.ofNanos(to - from).toMillis();
    }

    private static List<Long> sorted(List<Long> values, String what) {
        var sorted = values.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %d ms, p95 %d ms, most %d ms%n",
                what,
                sorted.get(sorted.size() / 2),
                p95(sorted),
                sorted.getLast());
        return sorted;
    }

    private static long p95(List<Long> sorted) {
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }

    private Started start() {
        return Started.with(
                folder,
                Map.of("INTERLOCK_BOOTSTRAP_TOKEN", KillClient.TOKEN, "INTERLOCK_NOTIFY_OPENINGS", "127.0.0.1/32:*"),
                "--server.port=0");
    }
}
