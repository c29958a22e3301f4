package dev.interlock.risk.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a mended fault says about its hop, its causes and the failures it explains. */
final class Mending {
    /** Chance that a test that saw a fault of the path would see it again. */
    private static final double SEES_AGAIN = .97;

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

    /**
     * No test shows the fault of the hop any more: it is mended, unless another failure is blamed on it. Nothing gets likelier
     * by that.
     */
    void mended(HopState hop, Set<String> failing) {
        if (isHeld(hop, failing)) {
            return;
        }
        var before = hop.fault;
        var hits = hits(hop.reaches.values());
        fixed(hop);
        model.move(hop, Math.min(hop.fault, before));
        hits.forEach((reach, hit) -> cap(reach, reach.share, hit));
    }

    /** No test of the path fails any more: what its failures said of its hops is taken back, where no other path says it too. */
    void recovered(String path, Set<String> failing) {
        var trail = model.open(path).map(failure -> failure.trail).orElse(List.of());
        var hits = hits(trail);
        for (var reach : trail) {
            if (reach.hop.known() && heirs(reach).isEmpty()) {
                mended(reach.hop, failing);
            }
        }
        if (model.open(path).isPresent()) {
            trail.forEach(this::bequeath);
            model.closed(path, false);
        }
        var usual = rates.of(Rate.REACH);
        hits.forEach((reach, hit) -> cap(reach, usual * (1 - SEES_AGAIN) / (1 - SEES_AGAIN * usual), hit));
    }

    private static Map<Reach, Double> hits(Collection<Reach> reaches) {
        var hits = new HashMap<Reach, Double>();
        reaches.forEach(reach -> hits.put(reach, reach.hit()));
        return hits;
    }

    private static void cap(Reach reach, double share, double hit) {
        reach.share = reach.hop.fault * share <= hit ? share : hit / reach.hop.fault;
    }

    /** What one path's failure said of a hop that others still fail over stays with them. */
    private void bequeath(Reach reach) {
        heirs(reach).stream().findFirst().ifPresent(heir -> {
            heir.suspicion += reach.suspicion;
            reach.suspicion = 0;
        });
    }

    private List<Reach> heirs(Reach reach) {
        return reach.hop.reaches.values().stream()
                .filter(other -> other != reach)
                .filter(other -> model.open(other.path)
                        .filter(failure -> failure.trail.contains(other))
                        .isPresent())
                .toList();
    }

    private boolean isHeld(HopState hop, Set<String> failing) {
        return hop.reaches.values().stream()
                .filter(reach -> failing.contains(reach.path))
                .flatMap(reach -> model.open(reach.path).stream())
                .anyMatch(failure -> failure.blamed && mostBlamed(failure) == hop);
    }

    private static HopState mostBlamed(OpenFailure failure) {
        return failure.trail.stream()
                .max((a, b) -> Double.compare(a.votes, b.votes))
                .orElseThrow()
                .hop;
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
            rates.learn(Rate.MISBLAME, mostBlamed(open) == hop ? 0 : 1, 1);
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
