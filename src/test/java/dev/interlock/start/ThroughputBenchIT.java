package dev.interlock.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many items a second are carried out, checked against the contract and stored: one GET, two criteria. {@code
 * -Dinterlock.bench.items} says how many items a run has, {@code -Dinterlock.bench.runs} how many runs, {@code
 * -Dinterlock.bench.workers} how many at a time.
 */
@Tag("bench")
class ThroughputBenchIT {
    private static final int ITEMS = Integer.getInteger("interlock.bench.items", 10_000);
    private static final int RUNS = Integer.getInteger("interlock.bench.runs", 3);
    private static final int WORKERS = Integer.getInteger("interlock.bench.workers", 32);
    private static final int POSTS = Integer.getInteger("interlock.bench.posts", 10);
    private static final Duration MOST_WAIT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    @TempDir
    Path folder;

    /** What one run did. */
    private record Pace(Duration answered, Duration first, double perSecond, int peak) {
        String words() {
            return String.format(
                    Locale.ROOT,
                    "202 after %d ms, first item sent after %d ms, %.0f items/s, %d/s in the best second",
                    answered.toMillis(),
                    first.toMillis(),
                    perSecond,
                    peak);
        }
    }

    @Test
    void carriesItemsOut() throws Exception {
        try (var target = new QuickTarget();
                var service = start()) {
            var client = new KillClient(service.address());
            client.setUpTests(target.address(), ITEMS);
            run(client, target);
            var paces = new ArrayList<Pace>();
            for (var i = 0; i < RUNS; i++) {
                paces.add(run(client, target));
                System.out.println(paces.getLast().words());
            }
            var posts = posts(client, target);
            System.out.println("POST of " + ITEMS + " items: " + posts);

            assertThat(paces).allSatisfy(pace -> assertThat(pace.perSecond()).isPositive());
            assertThat(posts.getLast()).isLessThanOrEqualTo(MOST_WAIT);
        }
    }

    private static Pace run(KillClient client, QuickTarget target) throws Exception {
        target.forget();
        var began = System.nanoTime();
        var run = client.request("bench-" + began, WORKERS);
        var answered = System.nanoTime() - began;
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> "FINISHED".equals(client.run(run).path("state").asString()));
        var took = Duration.ofNanos(System.nanoTime() - target.firstAt());
        var counts = client.run(run).path("counts");
        assertThat(counts.path("passed").asInt()).as("%s", counts).isEqualTo(ITEMS);
        return new Pace(
                Duration.ofNanos(answered),
                Duration.ofNanos(target.firstAt() - began),
                ITEMS / (took.toMillis() / 1000.0),
                target.best());
    }

    /** From the request to the first item at the target, quickest first; each run is cancelled after that. */
    private static List<Duration> posts(KillClient client, QuickTarget target) throws Exception {
        var waits = new ArrayList<Duration>();
        for (var i = 0; i < POSTS; i++) {
            target.forget();
            var began = System.nanoTime();
            var run = client.request("post-" + began, WORKERS);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> target.firstAt() > began);
            waits.add(Duration.ofNanos(target.firstAt() - began));
            client.cancel(run);
            TimeUnit.SECONDS.sleep(2);
        }
        return waits.stream().sorted().toList();
    }

    private Started start() {
        return Started.with(
                folder,
                Map.of(
                        "INTERLOCK_BOOTSTRAP_TOKEN",
                        KillClient.TOKEN,
                        "JAVA_TOOL_OPTIONS",
                        System.getProperty("interlock.bench.java", "")),
                "--server.port=0",
                "--interlock.execution.workers=" + WORKERS);
    }
}
