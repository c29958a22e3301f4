package dev.interlock.benchmark;

import dev.interlock.benchmark.RecordedTests.Execution;
import java.util.ArrayList;
import java.util.List;

/**
 * How well an order of a failing cycle does; every failing test counts as one fault.
 *
 * @param apfd average share of faults found, over the tests run
 * @param apfdc the same over the time spent
 * @param napfd50 the first within half of the time
 * @param recall share of failing tests run within 0, 5, ... 100 % of the time
 */
record Found(double apfd, double apfdc, double napfd50, List<Double> recall) {
    private static final int STEPS = 20;

    /** The measures of an order in which at least one test fails. */
    static Found of(List<Execution> given) {
        var order = given.stream().mapToDouble(Execution::seconds).sum() > 0
                ? given
                : given.stream()
                        .map(one -> new Execution(one.test(), 1, one.failed()))
                        .toList();
        var total = order.stream().mapToDouble(Execution::seconds).sum();
        var faults = failing(order);
        var recall = new ArrayList<Double>();
        for (var step = 0; step <= STEPS; step++) {
            recall.add(failing(within(order, total * step / STEPS)) / faults);
        }
        return new Found(apfd(order, faults), apfdc(order, faults, total), napfd(order, faults, total / 2), recall);
    }

    /** Share of failing tests found in a quarter of the time. */
    double inAQuarter() {
        return recall.get(STEPS / 4);
    }

    private static double apfd(List<Execution> order, double faults) {
        return 1 - ranks(order) / (order.size() * faults) + 1 / (2.0 * order.size());
    }

    private static double apfdc(List<Execution> order, double faults, double total) {
        var passed = 0.0;
        var sum = 0.0;
        for (var one : order) {
            if (one.failed()) {
                sum += total - passed - one.seconds() / 2;
            }
            passed += one.seconds();
        }
        return sum / (faults * total);
    }

    private static double napfd(List<Execution> order, double faults, double budget) {
        var run = within(order, budget);
        var share = failing(run) / faults;
        return share - ranks(run) / (faults * order.size()) + share / (2.0 * order.size());
    }

    /** Walks the order; a test that no longer fits is left out and the next one tried. */
    private static List<Execution> within(List<Execution> order, double budget) {
        var run = new ArrayList<Execution>();
        var spent = 0.0;
        for (var one : order) {
            if (spent + one.seconds() <= budget + 1e-9 * (1 + budget)) {
                spent += one.seconds();
                run.add(one);
            }
        }
        return run;
    }

    private static double failing(List<Execution> run) {
        return run.stream().filter(Execution::failed).count();
    }

    private static double ranks(List<Execution> order) {
        var sum = 0.0;
        for (var i = 0; i < order.size(); i++) {
            sum += order.get(i).failed() ? i + 1 : 0;
        }
        return sum;
    }
}
