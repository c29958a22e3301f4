package dev.interlock.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A selection in the making: chosen tests in order, what they cover, and when workers are free. */
final class Packing {
    private static final double LITTLE = 1e-9;

    private final PlanModel model;
    private final double exponent;
    private final Cover cover;
    private final Workers workers;
    private final boolean[] chosen;
    private final int[] order;
    private int count;

    /** @param exponent 1 ranks by gain a second, 0.5 by gain over the root of the time */
    Packing(PlanModel model, double exponent) {
        this.model = model;
        this.exponent = exponent;
        this.cover = new Cover(model);
        this.workers = new Workers(model.inputs().workers());
        this.chosen = new boolean[model.size()];
        this.order = new int[model.size()];
    }

    private Packing(Packing other) {
        this.model = other.model;
        this.exponent = other.exponent;
        this.cover = other.cover.copy();
        this.workers = other.workers.copy();
        this.chosen = other.chosen.clone();
        this.order = other.order.clone();
        this.count = other.count;
    }

    private record Bid(int test, double rate, int round) {}

    Packing copy() {
        return new Packing(this);
    }

    void add(int test) {
        if (!chosen[test]) {
            chosen[test] = true;
            order[count++] = test;
            cover.add(test);
            workers.add(model.test(test));
        }
    }

    /** Adds tests by gain for their time until nothing fits; a stale gain is worked out again when it comes up. */
    void fill(int[] tests, double boxSeconds) {
        var heap = new PriorityQueue<>(
                Comparator.comparingDouble(Bid::rate).reversed().thenComparingInt(Bid::test));
        for (var test : tests) {
            if (!chosen[test] && fits(test, boxSeconds)) {
                heap.add(bid(test));
            }
        }
        while (!heap.isEmpty()) {
            var bid = heap.remove();
            if (!fits(bid.test(), boxSeconds)) {
                continue;
            }
            if (bid.round() == count) {
                add(bid.test());
            } else {
                heap.add(bid(bid.test()));
            }
        }
    }

    /** Adds tests in the order given as long as they fit. */
    void fillInOrder(int[] tests, double boxSeconds) {
        for (var test : tests) {
            if (fits(test, boxSeconds)) {
                add(test);
            }
        }
    }

    boolean fits(int test, double boxSeconds) {
        return workers.endOf(model.seconds(test)) <= boxSeconds + LITTLE;
    }

    boolean has(int test) {
        return chosen[test];
    }

    /** Numbers of the chosen tests, in order. */
    int[] chosen() {
        return Arrays.copyOf(order, count);
    }

    int count() {
        return count;
    }

    Cover cover() {
        return cover;
    }

    Workers workers() {
        return workers;
    }

    private Bid bid(int test) {
        var seconds = model.seconds(test);
        var time = exponent == 1 ? seconds : Math.pow(seconds, exponent);
        return new Bid(test, cover.gain(test) / time, count);
    }
}
