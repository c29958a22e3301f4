package dev.interlock.ingest.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interlock.catalog.ObservedTraffic;
import dev.interlock.execution.TraceSpans;
import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TraceWindowTests {
    private static final ProjectId PROJECT = new ProjectId(1);
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final TraceWindow window = new TraceWindow(project -> TestSpans.NAMES, QUIET, 1_000);

    @Test
    void countsATraceWhenItWasQuiet() {
        window.take(PROJECT, TestSpans.checkout("t1", 1), NOW);

        assertThat(window.settle(NOW.plusSeconds(4))).isEmpty();
        assertThat(edges(window.settle(NOW.plusSeconds(5))))
                .containsExactlyInAnyOrderEntriesOf(Map.of("gateway -> orders", 1L, "orders -> payment", 1L));
        assertThat(window.settle(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void anyOrderTellsTheSame() {
        for (var seed = 0; seed < 20; seed++) {
            var spans = new ArrayList<>(TestSpans.checkout("t1", 1));
            Collections.shuffle(spans, new Random(seed));
            var one = new TraceWindow(project -> TestSpans.NAMES, QUIET, 1_000);

            spans.forEach(span -> one.take(PROJECT, List.of(span), NOW));

            assertThat(ways(one.settleAll(NOW)))
                    .as("seed %d", seed)
                    .containsExactlyEntriesOf(Map.of("POST /checkout gateway -> orders -> payment", 1L));
        }
    }

    @Test
    void aLateSpanPutsRightWhatWasTold() {
        var spans = TestSpans.checkout("t1", 1);
        var sums = new TreeMap<String, Long>();

        window.take(PROJECT, spans.subList(0, 3), NOW);
        ways(window.settle(NOW.plusSeconds(10))).forEach((way, count) -> sums.merge(way, count, Long::sum));
        window.take(PROJECT, spans.subList(3, 5), NOW.plusSeconds(60));
        ways(window.settle(NOW.plusSeconds(90))).forEach((way, count) -> sums.merge(way, count, Long::sum));

        assertThat(sums)
                .containsEntry("POST /checkout gateway -> orders", 0L)
                .containsEntry("POST /checkout gateway -> orders -> payment", 1L);
    }

    @Test
    void aRepeatedSpanCountsOnce() {
        window.take(PROJECT, TestSpans.checkout("t1", 1), NOW);
        window.take(PROJECT, TestSpans.checkout("t1", 1), NOW);

        assertThat(edges(window.settleAll(NOW))).containsEntry("orders -> payment", 1L);
        assertThat(window.held()).isEqualTo(5);
    }

    @Test
    void holdsNoMoreThanItMayAndLosesNoCount() {
        var sums = new HashMap<String, Long>();

        for (var i = 0; i < 2_000; i++) {
            window.take(PROJECT, TestSpans.checkout("t" + i, 1), NOW);
            assertThat(window.held()).isLessThanOrEqualTo(1_000);
        }
        edges(window.settleAll(NOW)).forEach((edge, count) -> sums.merge(edge, count, Long::sum));

        assertThat(sums).containsEntry("gateway -> orders", 2_000L).containsEntry("orders -> payment", 2_000L);
    }

    @Test
    void sampledTracesStandForThoseLeftOut() {
        for (var i = 0; i < 10; i++) {
            window.take(PROJECT, TestSpans.checkout("t" + i, 10), NOW);
        }

        var traffic = Objects.requireNonNull(window.settleAll(NOW).get(PROJECT)).traffic();

        assertThat(traffic.paths().getFirst().traces()).isEqualTo(10);
        assertThat(traffic.paths().getFirst().weight()).isCloseTo(100, within(0.001));
    }

    @Test
    void theRestOfALostTraceMakesNoWay() {
        var spans = TestSpans.checkout("t1", 1);

        window.take(PROJECT, List.of(spans.get(0), spans.get(3), spans.get(4)), NOW);
        var settled = window.settleAll(NOW);

        assertThat(edges(settled)).containsOnlyKeys("orders -> payment");
        assertThat(ways(settled)).isEmpty();
    }

    @Test
    void testsAreNoTrafficOfTheirOwn() {
        window.take(PROJECT, TestSpans.checkout(TraceSpans.RUN_MARK + "000000000000000000000001", 1), NOW);
        var settled = window.settleAll(NOW);

        assertThat(edges(settled)).containsEntry("orders -> payment", 1L);
        assertThat(ways(settled)).isEmpty();
    }

    private static Map<String, Long> edges(Map<ProjectId, Tally> settled) {
        var edges = new HashMap<String, Long>();
        for (var tally : settled.values()) {
            for (ObservedTraffic.Call call : tally.traffic().calls()) {
                edges.merge(call.consumer() + " -> " + call.provider(), call.count(), Long::sum);
            }
        }
        return edges;
    }

    private static Map<String, Long> ways(Map<ProjectId, Tally> settled) {
        var ways = new HashMap<String, Long>();
        for (var tally : settled.values()) {
            for (var way : tally.traffic().paths()) {
                var words = new StringBuilder(
                        way.entry() + " " + way.hops().getFirst().consumer());
                way.hops().forEach(hop -> words.append(" -> ").append(hop.provider()));
                ways.merge(words.toString(), way.traces(), Long::sum);
            }
        }
        return ways;
    }
}
