package dev.interlock.risk.fault;

import java.util.List;

/** A failure over a path that nothing has explained or refuted yet. */
final class OpenFailure {
    /** As sure as it gets. */
    static final double SURE = 12;

    final TestNoise test;
    final List<Reach> trail;
    /** Log-odds that the path has a fault by the results since, above what the hops say. */
    double logOdds;

    boolean blamed;

    OpenFailure(TestNoise test, List<Reach> trail) {
        this.test = test;
        this.trail = trail;
    }

    void add(double more) {
        logOdds = Math.min(SURE, logOdds + more);
    }
}
