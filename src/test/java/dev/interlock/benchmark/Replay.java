package dev.interlock.benchmark;

import dev.interlock.benchmark.RecordedTests.Execution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Replays a history strictly in time order: each method orders a cycle knowing only the cycles before it, then learns it.
 * Tests are shown in a random order, so that the recorded one tells nothing.
 */
record Replay(String history, Map<String, List<Found>> byMethod) {
    private static final int RESAMPLES = 1_000;

    /** Difference of two methods over the same cycles, with the interval of 95 %. */
    record Difference(double mean, double low, double high) {}

    static Replay of(RecordedTests history, List<Ranking> methods, long seed) {
        var found = new LinkedHashMap<String, List<Found>>();
        var random = new Random(seed);
        for (var cycle : history.cycles()) {
            var shown = new ArrayList<>(cycle);
            Collections.shuffle(shown, random);
            for (var method : methods) {
                if (cycle.stream().anyMatch(Execution::failed)) {
                    found.computeIfAbsent(method.name(), _ -> new ArrayList<>()).add(Found.of(method.order(shown)));
                }
                method.learn(cycle);
            }
        }
        return new Replay(history.name(), found);
    }

    double mean(String method, ToDoubleFunction<Found> measure) {
        return byMethod.getOrDefault(method, List.of()).stream()
                .mapToDouble(measure)
                .average()
                .orElse(Double.NaN);
    }

    /** How much better the one method is than the other. */
    Difference difference(String one, String other, ToDoubleFunction<Found> measure) {
        var mine = byMethod.getOrDefault(one, List.of());
        var theirs = byMethod.getOrDefault(other, List.of());
        var by = IntStream.range(0, mine.size())
                .mapToDouble(i -> measure.applyAsDouble(mine.get(i)) - measure.applyAsDouble(theirs.get(i)))
                .toArray();
        var random = new Random(1);
        var means = IntStream.range(0, RESAMPLES)
                .mapToDouble(_ -> IntStream.range(0, by.length)
                        .mapToDouble(_ -> by[random.nextInt(by.length)])
                        .average()
                        .orElse(0))
                .sorted()
                .toArray();
        var mean =
                IntStream.range(0, by.length).mapToDouble(i -> by[i]).average().orElse(0);
        return new Difference(mean, means[RESAMPLES / 40], means[RESAMPLES - RESAMPLES / 40]);
    }
}
