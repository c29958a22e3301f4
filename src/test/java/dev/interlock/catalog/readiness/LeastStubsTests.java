package dev.interlock.catalog.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeastStubsTests {

    @Test
    void needsNoStubWithoutACircle() {
        var graph = graph(4, "0-1 1-2 2-3 0-3");

        var found = new LeastStubs(graph).order();

        assertThat(found.order()).containsExactly(3, 2, 1, 0);
        assertThat(graph.stubbed(found.order())).isZero();
        assertThat(found.exact()).isTrue();
    }

    @Test
    void breaksACircleWhereFewestCallsCross() {
        var graph = graph(4, "0-1 1-2 2-0 0-2 3-0");

        var found = new LeastStubs(graph).order();

        assertThat(graph.stubbed(found.order())).isEqualTo(1);
        assertThat(found.order()).endsWith(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void findsWhatTryingEveryOrderFinds(int services) {
        var random = new Random(services);
        for (var trial = 0; trial < 40; trial++) {
            var graph = random(services, 0.2 + 0.1 * (trial % 6), random);

            var found = new LeastStubs(graph).order();

            assertThat(found.order()).hasSize(services).doesNotHaveDuplicates();
            assertThat(graph.stubbed(found.order())).isEqualTo(fewest(graph));
            assertThat(found.exact()).isTrue();
        }
    }

    @Test
    void comesCloseToTheFewestWhereACircleIsLarge() {
        var random = new Random(42);
        var near = 0;
        var exact = 0;
        for (var trial = 0; trial < 40; trial++) {
            var graph = random(13, 0.25, random);
            var least = new LeastStubs(graph);
            var all = IntStream.range(0, 13).boxed().toList();
            near += graph.stubbed(least.nearly(all));
            exact += graph.stubbed(least.exactly(all));
        }
        assertThat(near).isBetween(exact, (int) (exact * 1.05));
    }

    @Test
    void ordersALandscapeOfHundredsQuickly() {
        var random = new Random(7);
        var graph = random(500, 0.012, random);

        var found = new LeastStubs(graph).order();

        assertThat(found.order()).hasSize(500).doesNotHaveDuplicates();
        assertThat(found.exact()).isFalse();
        assertThat(graph.stubbed(found.order())).isLessThan(arcs(graph) / 3);
    }

    private static int arcs(ServiceGraph graph) {
        return IntStream.range(0, graph.size())
                .map(service -> graph.called(service).cardinality())
                .sum();
    }

    private static ServiceGraph graph(int services, String arcs) {
        var graph = new ServiceGraph(services);
        for (var arc : arcs.split(" ")) {
            graph.arc(arc.charAt(0) - '0', arc.charAt(2) - '0');
        }
        return graph;
    }

    private static ServiceGraph random(int services, double density, Random random) {
        var graph = new ServiceGraph(services);
        for (var i = 0; i < services; i++) {
            for (var j = 0; j < services; j++) {
                if (random.nextDouble() < density) {
                    graph.arc(i, j);
                }
            }
        }
        return graph;
    }

    private static int fewest(ServiceGraph graph) {
        return fewest(graph, new ArrayList<>());
    }

    private static int fewest(ServiceGraph graph, List<Integer> begun) {
        if (begun.size() == graph.size()) {
            return graph.stubbed(begun);
        }
        var best = Integer.MAX_VALUE;
        for (var service = 0; service < graph.size(); service++) {
            if (!begun.contains(service)) {
                begun.addLast(service);
                best = Math.min(best, fewest(graph, begun));
                begun.removeLast();
            }
        }
        return best;
    }
}
