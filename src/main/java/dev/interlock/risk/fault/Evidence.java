package dev.interlock.risk.fault;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves hops by what a test showed. */
final class Evidence {
    private static final double LEAST_SURPRISE = .1;
    private static final double FALSE_FAILURE = .01;
    private static final double NEVER_BLAMED = 1e-4;

    private final FaultModel model;
    private final Rates rates;
    private final double detection;

    Evidence(FaultModel model) {
        this.model = model;
        this.rates = model.lessons().rates();
        this.detection = rates.of(Rate.DETECTION);
    }

    void seen(Verdict verdict, Outage outage) {
        var noise = model.noise(verdict.test());
        var trail = verdict.trail().stream()
                .map(hop -> model.reach(hop, verdict.path()))
                .toList();
        if (verdict.unexplained()) {
            unexplained(verdict, trail, noise, outage);
        } else if (verdict.failed()) {
            failed(verdict, trail, noise, model.leak(verdict.test()));
        } else {
            passed(verdict.path(), trail);
        }
        counted(verdict, noise);
    }

    private void counted(Verdict verdict, TestNoise noise) {
        noise.runs++;
        rates.learn(Rate.LEAK, 0, 1);
        rates.learn(Rate.RETRY, verdict.passedOnRetry() ? 1 : 0, 1);
        noise.falseAlarms += verdict.passedOnRetry() ? 1 : 0;
        if (verdict.failed()) {
            rates.learn(Rate.BLAME, verdict.blamed() == null ? 0 : 1, 1);
        }
    }

    private void unexplained(Verdict verdict, List<Reach> trail, TestNoise noise, Outage outage) {
        var leak = outage.with(model.leak(verdict.test()), verdict.trail());
        if (!outage.excuses(verdict.trail())) {
            failed(verdict, trail, noise, leak);
        }
    }

    private void passed(String path, List<Reach> trail) {
        var open = model.open(path);
        if (open.isPresent()) {
            open.get().add(Math.log((1 - detection) / (1 - FALSE_FAILURE)));
            rates.learn(Rate.DETECTION, 0, open.get().blamed ? 1 : 0);
            if (open.get().logOdds > 0) {
                model.opened(path, open.get());
                return;
            }
            model.closed(path, true);
        }
        trail.forEach(this::passed);
    }

    private void passed(Reach reach) {
        var hop = reach.hop;
        var found = detection * reach.share;
        var fault = hop.fault * (1 - found) / (1 - found * hop.fault);
        reach.share = reach.share * (1 - detection) / (1 - found);
        hop.unseen *= 1 - found;
        model.lessons().looked(hop, found);
        model.move(hop, hop.worked || hop.known() ? fault : Math.min(fault, firstPass(hop)));
        hop.worked = true;
    }

    /** A hop that just worked for the first time starts near zero. */
    private double firstPass(HopState hop) {
        hop.causes.removeIf(cause -> cause.kind() == Cause.Kind.START);
        var build = new Cause(Cause.Kind.DEPLOYMENT, hop.provider, 0, true, 0);
        return model.lessons().hazard(hop, build);
    }

    private void failed(Verdict verdict, List<Reach> trail, TestNoise noise, double leak) {
        var first = model.open(verdict.path()).isEmpty();
        var open = model.open(verdict.path()).orElseGet(() -> new OpenFailure(noise, trail));
        var unnamed = 1 - rates.of(Rate.BLAME);
        var before = hit(trail);
        open.add(Math.max(LEAST_SURPRISE, Math.log(detection * unnamed / leak)));
        if (open.blamed) {
            rates.learn(Rate.DETECTION, 1, 1);
        }
        if (verdict.blamed() != null) {
            open.blamed = true;
            open.logOdds = OpenFailure.SURE;
            blame(trail, verdict.blamed());
        } else if (first) {
            share(trail, unnamed, leak);
        }
        if (hit(trail) < before) {
            lift(trail, before);
        }
        model.opened(verdict.path(), open);
    }

    /** Probability that a fault of one of the hops hits the path. */
    private static double hit(List<Reach> trail) {
        var none = 1.0;
        for (var reach : trail) {
            none *= 1 - reach.hit();
        }
        return 1 - none;
    }

    /** Two hops that share the guilt are no reason to think better of their path: the likelier one takes what is missing. */
    private void lift(List<Reach> trail, double least) {
        var top = Collections.max(trail, Comparator.comparingDouble(Reach::hit));
        var others = (1 - hit(trail)) / (1 - top.hit());
        var missing = Math.min(Numbers.MOST, 1 - (1 - least) / others);
        if (missing > top.hop.fault) {
            suspect(top, unsuspected(top), missing);
        }
        top.share = Math.min(1, missing / top.hop.fault);
    }

    /** Nobody knows which hop it was: each gets its part by Bayes. */
    private void share(List<Reach> trail, double unnamed, double chance) {
        var leak = Math.min(chance, unnamed);
        var faults = trail.stream().mapToDouble(Evidence::unsuspected).toArray();
        var none = 1.0;
        for (var i = 0; i < faults.length; i++) {
            none *= 1 - detection * faults[i] * trail.get(i).share;
        }
        var failed = unnamed * (1 - none) + none * leak;
        for (var i = 0; i < faults.length; i++) {
            var reach = trail.get(i);
            var others = none / (1 - detection * faults[i] * reach.share);
            var ifBroken = failing((1 - detection * reach.share) * others, unnamed, leak);
            var ifHit = failing((1 - detection) * others, unnamed, leak);
            reach.share *= ifHit / ifBroken;
            suspect(reach, faults[i], faults[i] * ifBroken / failed);
        }
    }

    private static double failing(double undetected, double unnamed, double leak) {
        return unnamed * (1 - undetected) + undetected * leak;
    }

    /** A hop is reported to be at fault, which may be wrong: the odds of the others speak too. */
    private void blame(List<Reach> trail, @Nullable HopState blamed) {
        var wrong = rates.of(Rate.MISBLAME);
        var odds = new double[trail.size()];
        var all = 0.0;
        for (var i = 0; i < odds.length; i++) {
            var reach = trail.get(i);
            var byChance = wrong / odds.length;
            reach.votes += Math.log(reach.hop == blamed ? 1 - wrong + byChance : byChance + NEVER_BLAMED);
            var hit = unsuspected(reach) * reach.share;
            odds[i] = hit / (1 - hit) * Math.exp(reach.votes);
            all += odds[i];
        }
        for (var i = 0; i < odds.length; i++) {
            var reach = trail.get(i);
            var guilt = odds[i] / all;
            var fault = unsuspected(reach);
            var hit = Numbers.either(guilt, fault * reach.share);
            var moved = Numbers.either(guilt, fault);
            reach.share = Math.min(1, hit / moved);
            suspect(reach, fault, moved);
        }
    }

    private void suspect(Reach reach, double before, double after) {
        reach.suspicion = Numbers.logit(after) - Numbers.logit(before);
        model.move(reach.hop, after);
    }

    private static double unsuspected(Reach reach) {
        return Math.max(Numbers.LEAST, reach.unsuspected());
    }
}
