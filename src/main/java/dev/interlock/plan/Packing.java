package dev.interlock.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** A selection in the making: chosen tests in order, what they cover, and when workers are free. */
final class Packing {
    private static final double LITTLE = 1e-9;

    private final double exponent;
    private final Cover cover;
    private final Workers workers;
    private final Set<Candidate> chosen = new LinkedHashSet<>();

    /** @param exponent 1 ranks by gain a second, 0.5 by gain over the root of the time */
    Packing(PlanInputs inputs, double exponent) {
        this.exponent = exponent;
        this.cover = new Cover(inputs.paths());
        this.workers = new Workers(inputs.workers());
    }

    private record Bid(Candidate test, double rate, int round) {}

    void add(Candidate test) {
        if (chosen.add(test)) {
            cover.add(test);
            workers.add(test);
        }
    }

    /** Adds tests by gain for their time until nothing fits; a stale gain is worked out again when it comes up. */
    void fill(Collection<Candidate> tests, double boxSeconds) {
        var heap = new PriorityQueue<>(Comparator.comparingDouble(Bid::rate)
                .reversed()
                .thenComparing(bid -> bid.test().key()));
        tests.stream().filter(test -> !chosen.contains(test)).forEach(test -> heap.add(bid(test)));
        while (!heap.isEmpty()) {
            var bid = heap.remove();
            if (workers.endOf(bid.test().seconds()) > boxSeconds + LITTLE) {
                continue;
            }
            if (bid.round() == chosen.size()) {
                add(bid.test());
            } else {
                heap.add(bid(bid.test()));
            }
        }
    }

    /** Adds tests in the order given as long as they fit. */
    void fillInOrder(List<Candidate> tests, double boxSeconds) {
        for (var test : tests) {
            if (workers.endOf(test.seconds()) <= boxSeconds + LITTLE) {
                add(test);
            }
        }
    }

    boolean fits(Candidate test, double boxSeconds) {
        return workers.endOf(test.seconds()) <= boxSeconds + LITTLE;
    }

    boolean has(Candidate test) {
        return chosen.contains(test);
    }

    List<Candidate> chosen() {
        return new ArrayList<>(chosen);
    }

    Cover cover() {
        return cover;
    }

    Workers workers() {
        return workers;
    }

    private Bid bid(Candidate test) {
        return new Bid(test, cover.gain(test) / Math.pow(test.seconds(), exponent), chosen.size());
    }
}
