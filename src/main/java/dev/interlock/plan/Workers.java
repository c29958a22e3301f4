package dev.interlock.plan;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Places tests on the worker that is free first, in the order given. Times are seconds. */
final class Workers {
    private final PriorityQueue<Load> loads;
    private double busiest;

    /** @param spread sum of squared differences between p90 and the expected time */
    private record Load(int worker, double until, double spread) {
        double p90() {
            return until + Math.sqrt(spread);
        }
    }

    Workers(int count) {
        this(new PriorityQueue<>(Comparator.comparingDouble(Load::until).thenComparingInt(Load::worker)), 0);
        for (var worker = 0; worker < count; worker++) {
            loads.add(new Load(worker, 0, 0));
        }
    }

    private Workers(PriorityQueue<Load> loads, double busiest) {
        this.loads = loads;
        this.busiest = busiest;
    }

    Workers copy() {
        return new Workers(new PriorityQueue<>(loads), busiest);
    }

    /** When a test of this length would end. */
    double endOf(double seconds) {
        return first().until() + seconds;
    }

    double add(Candidate test) {
        var load = loads.remove();
        var until = load.until() + test.seconds();
        var more = Math.max(0, test.p90().toMillis() / 1000.0 - test.seconds());
        loads.add(new Load(load.worker(), until, load.spread() + more * more));
        busiest = Math.max(busiest, until);
        return until;
    }

    double makespan() {
        return busiest;
    }

    double p90() {
        return loads.stream().mapToDouble(Load::p90).max().orElse(0);
    }

    private Load first() {
        return loads.element();
    }
}
