package dev.interlock.risk.fault;

import java.util.Arrays;

/** What a project taught about each {@link Rate}. Not safe for several threads. */
public final class Rates {
    private static final int SIZE = Rate.values().length;

    private final double[] hits;
    private final double[] cases;
    private final boolean learning;

    Rates(double[] hits, double[] cases, boolean learning) {
        this.hits = Arrays.copyOf(hits, SIZE);
        this.cases = Arrays.copyOf(cases, SIZE);
        this.learning = learning;
    }

    Rates(boolean learning) {
        this(new double[SIZE], new double[SIZE], learning);
    }

    /** The share 0..1 as it is known now. */
    public double of(Rate rate) {
        var i = rate.place();
        return Math.min(.95, (hits[i] + rate.start() * rate.strength()) / (cases[i] + rate.strength()));
    }

    /** Cases of the project that it was learned from. */
    public double cases(Rate rate) {
        return cases[rate.place()];
    }

    void learn(Rate rate, double newHits, double newCases) {
        if (learning) {
            hits[rate.place()] += newHits;
            cases[rate.place()] += newCases;
        }
    }

    double[] hits() {
        return hits.clone();
    }

    double[] cases() {
        return cases.clone();
    }
}
