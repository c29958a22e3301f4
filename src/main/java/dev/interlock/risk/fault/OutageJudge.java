package dev.interlock.risk.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Tells an outage of the environment from a fault: for each service with failures through it, how well the results of a
 * run fit "it was out" against the best of "nothing new", "one of its hops broke" and "it broke for all its callers".
 */
final class OutageJudge {
    private static final int FEWEST_FAILURES = 2;
    private static final double LEAST_PRIOR = 1e-6;
    private static final double LEAST_SPREAD = .05;
    private static final double MOST_LOG_ODDS = 40;

    private final FaultModel model;
    private final Rates rates;
    private final double detection;
    private final double reach;
    private final double named;

    OutageJudge(FaultModel model) {
        this.model = model;
        this.rates = model.lessons().rates();
        this.detection = rates.of(Rate.DETECTION);
        this.reach = rates.of(Rate.REACH);
        this.named = rates.of(Rate.BLAME);
    }

    Outage judge(Collection<Verdict> verdicts) {
        var through = through(verdicts);
        var odds = new HashMap<String, Double>();
        var all = 1.0;
        for (var entry : through.entrySet()) {
            if (entry.getValue().stream().filter(Verdict::unexplained).count() >= FEWEST_FAILURES) {
                var value = Math.exp(Math.min(MOST_LOG_ODDS, logOdds(entry.getKey(), entry.getValue())));
                odds.put(entry.getKey(), value);
                all += value;
            }
        }
        var whole = all;
        odds.replaceAll((_, value) -> value / whole);
        odds.values().removeIf(value -> value < 1e-3);
        return new Outage(odds);
    }

    private static Map<String, List<Verdict>> through(Collection<Verdict> verdicts) {
        var through = new TreeMap<String, List<Verdict>>();
        for (var verdict : verdicts) {
            verdict.trail().stream()
                    .flatMap(hop -> List.of(hop.consumer, hop.provider).stream())
                    .distinct()
                    .forEach(service -> through.computeIfAbsent(service, _ -> new ArrayList<>())
                            .add(verdict));
        }
        return through;
    }

    private double logOdds(String service, List<Verdict> verdicts) {
        var prior = rates.of(Rate.OUTAGE) / model.services();
        return Math.log(prior) + fit(verdicts, _ -> false, Outage.FAILING) - otherwise(service, verdicts);
    }

    private double otherwise(String service, List<Verdict> verdicts) {
        var best = fit(verdicts, _ -> false, 0);
        var provider = LEAST_PRIOR;
        for (var hop : model.touching(service)) {
            best = Math.max(best, prior(hop.fault) + fit(verdicts, hop::equals, 0));
            provider = hop.provider.equals(service) ? Math.max(provider, hop.fault) : provider;
        }
        var spread = Math.max(LEAST_SPREAD, rates.of(Rate.SPREAD));
        return Math.max(best, prior(provider * spread) + fit(verdicts, hop -> hop.provider.equals(service), 0));
    }

    private static double prior(double fault) {
        return Math.log(Math.max(LEAST_PRIOR, fault));
    }

    private double fit(List<Verdict> verdicts, Predicate<HopState> broken, double failing) {
        return verdicts.stream()
                .mapToDouble(verdict -> fit(verdict, broken, failing))
                .sum();
    }

    private double fit(Verdict verdict, Predicate<HopState> broken, double failing) {
        var missed = missed(verdict, broken);
        var noise = Numbers.either(model.leak(verdict.test()), failing);
        var likelihood = !verdict.failed()
                ? missed * (1 - noise)
                : verdict.unexplained() ? (1 - missed) * (1 - named) + missed * noise : (1 - missed) * named;
        return Math.log(Math.max(LEAST_PRIOR, likelihood));
    }

    /** Chance that the test finds no fault. */
    private double missed(Verdict verdict, Predicate<HopState> broken) {
        var missed = 1.0;
        for (var hop : verdict.trail()) {
            var hit = hop.fault * hop.share(verdict.path(), reach);
            missed *= 1 - detection * (broken.test(hop) ? Math.max(reach, hit) : hit);
        }
        return missed;
    }
}
