package dev.interlock.risk.fault;

import java.util.ArrayList;

/** What a mended fault says about its hop, its causes and the failures it explains. */
final class Mending {
    private final FaultModel model;
    private final Rates rates;

    Mending(FaultModel model) {
        this.model = model;
        this.rates = model.lessons().rates();
    }

    void fixed(HopState hop) {
        model.lessons().found(hop, hop.held == null ? hop.causes : hop.held);
        if (hop.held == null) {
            hop.causes = new ArrayList<>();
        }
        learnReach(hop);
        explain(hop);
        hop.held = null;
        hop.worked = true;
        hop.unseen = 1;
        model.move(hop, hop.byCauses());
        restart(hop);
        model.add(hop, Cause.of(Cause.Kind.LEFT, rates.of(Rate.LEFT)));
    }

    /** The path that showed the fault says nothing about reach: without it nobody would know. */
    private void learnReach(HopState hop) {
        var shown = false;
        var usual = rates.of(Rate.REACH);
        for (var reach : hop.reaches.values()) {
            var failing = model.open(reach.path).isPresent();
            if (failing && !shown) {
                shown = true;
            } else if (failing) {
                rates.learn(Rate.REACH, 1, 1);
            } else if (reach.share < .95 * usual) {
                rates.learn(Rate.REACH, reach.share, 1);
            }
        }
    }

    private void explain(HopState hop) {
        for (var reach : hop.reaches.values()) {
            var open = model.open(reach.path);
            if (open.isPresent()) {
                learnBlame(open.get(), hop);
                if (guilt(open.get(), hop) > .5) {
                    model.closed(reach.path, false);
                }
            }
        }
    }

    private void learnBlame(OpenFailure open, HopState hop) {
        if (open.blamed) {
            var most = open.trail.stream()
                    .max((a, b) -> Double.compare(a.votes, b.votes))
                    .orElseThrow();
            rates.learn(Rate.MISBLAME, most.hop == hop ? 0 : 1, 1);
        }
    }

    /** Probability that this hop, known to be broken, explains the failure. */
    private double guilt(OpenFailure open, HopState hop) {
        var all = 0.0;
        var own = 0.0;
        for (var reach : open.trail) {
            var hit = reach.hop == hop
                    ? rates.of(Rate.REACH)
                    : Math.max(reach.unsuspected(), reach.hop.byCauses()) * reach.share;
            var odds = hit / (1 - hit) * Math.exp(reach.votes);
            all += odds;
            own += reach.hop == hop ? odds : 0;
        }
        return all == 0 ? 0 : own / all;
    }

    private void restart(HopState hop) {
        var usual = rates.of(Rate.REACH);
        for (var reach : hop.reaches.values()) {
            reach.share = usual;
            reach.suspicion = 0;
        }
    }
}
