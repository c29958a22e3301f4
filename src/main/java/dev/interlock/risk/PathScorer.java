package dev.interlock.risk;

import dev.interlock.risk.PathFacts.RatedHop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out likelihood, score and reasons of a path from its hops. The only place that does. */
public final class PathScorer {
    private static final double[] LEVELS = {.02, .05, .15, .40};
    private static final double ENOUGH_EVIDENCE = 4;
    private static final double HALF_LIFE_DAYS = 60;

    private final Instant now;

    /** Scores as of this moment. */
    public PathScorer(Instant now) {
        this.now = now;
    }

    /** The risk of a path, with factors when {@code explained}. */
    public PathRisk score(PathFacts facts, @Nullable RiskOverride override, boolean explained) {
        var computed = computed(facts, explained);
        if (override == null || override.expires().isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            return computed;
        }
        var likelihood = override.likelihood() == null ? computed.likelihood() : override.likelihood();
        var impact = override.impact() == null ? computed.impact() : override.impact();
        var score = value(likelihood, impact);
        return new PathRisk(
                computed.path(),
                likelihood,
                impact,
                score,
                level(likelihood),
                Band.of(score),
                computed.confidence(),
                computed.factors(),
                "Set by " + override.by() + " until " + override.expires() + ": " + override.reason(),
                computed.impactReason(),
                override,
                computed,
                0);
    }

    /** 20 x likelihood x impact, 0..100, one decimal. */
    public static double value(double likelihood, int impact) {
        return Math.round(200 * likelihood * impact) / 10.0;
    }

    /** Row 1..5 of the matrix. */
    public static int level(double likelihood) {
        var level = 1;
        for (var step : LEVELS) {
            level += likelihood >= step ? 1 : 0;
        }
        return level;
    }

    private PathRisk computed(PathFacts facts, boolean explained) {
        var spread = new Spread(facts);
        var likelihood = Odds.probability(spread.total());
        var score = value(likelihood, facts.impact());
        return new PathRisk(
                facts.path(),
                likelihood,
                facts.impact(),
                score,
                level(likelihood),
                Band.of(score),
                confidence(facts),
                explained ? spread.factors() : List.of(),
                explained ? RiskWords.explain(spread.worstFirst(), facts.failure()) : "",
                facts.impactReason(),
                null,
                null,
                0);
    }

    private double confidence(PathFacts facts) {
        return facts.beliefs().stream()
                .mapToDouble(hop -> confidence(hop.belief()))
                .average()
                .orElse(0);
    }

    private double confidence(HopBelief belief) {
        var idleDays = Math.max(0, Duration.between(belief.updatedAt(), now).toHours() / 24.0);
        var evidence = belief.evidence() * Math.pow(.5, idleDays / HALF_LIFE_DAYS);
        return evidence / (evidence + ENOUGH_EVIDENCE);
    }

    /** How the log-odds of a path spread over its hops and what moved them. */
    private static final class Spread {
        private final PathFacts facts;
        /** By its hops alone. */
        private final double alone;
        /** With what its own failing test says. */
        private final double whole;

        Spread(PathFacts facts) {
            this.facts = facts;
            this.alone = facts.beliefs().stream().mapToDouble(hop -> part(hop)).sum();
            var failure = facts.failure();
            this.whole = alone + (failure == null ? 0 : -Math.log1p(-failure.likelihood()));
        }

        double total() {
            return ofHops() + ofRating();
        }

        List<RatedHop> worstFirst() {
            return facts.beliefs().stream()
                    .sorted(Comparator.comparingDouble((RatedHop hop) -> part(hop))
                            .reversed()
                            .thenComparing(RatedHop::hop))
                    .toList();
        }

        /** The remainder, which makes the sum exact, is what a chain of so many hops starts with. */
        List<Factor> factors() {
            var factors = new ArrayList<Factor>();
            worstFirst().forEach(hop -> addTo(factors, hop));
            var rating = facts.rating();
            if (rating != null && ofRating() != 0) {
                factors.add(new Factor(
                        "rating",
                        "the path is rated likelihood " + rating,
                        "paths/" + facts.path(),
                        ofRating(),
                        ofRating()));
            }
            var page = "paths/" + facts.path();
            var reach = ofReach();
            if (Math.abs(reach) > 1e-9) {
                factors.add(new Factor(hasOwnResults() ? "own results" : "reach", reachWords(), page, reach, reach));
            }
            var failure = facts.failure();
            if (failure != null) {
                var added = ofHops() - Odds.logit(1 - Math.exp(-alone));
                factors.add(new Factor("own test fails", failure.evidence(), failure.link(), added, added));
            }
            var rest =
                    total() - factors.stream().mapToDouble(Factor::contribution).sum();
            var hops = facts.beliefs().size();
            var evidence = hops == 1 ? "the path has 1 hop" : "any of " + hops + " hops can break the path";
            if (Math.abs(rest) > 1e-9) {
                factors.add(new Factor("number of hops", evidence, page, rest, rest));
            }
            return factors;
        }

        private void addTo(List<Factor> factors, RatedHop hop) {
            var share = alone == 0 ? 0 : part(hop) / alone;
            var worked = hop.belief().worked();
            hop.belief()
                    .moves()
                    .forEach(move -> factors.add(new Factor(
                            move.name(),
                            HopStructure.words(move, worked),
                            move.link(),
                            move.delta(),
                            share * move.delta())));
            if (hop.ratingOdds() != 0) {
                factors.add(new Factor(
                        "rating",
                        hop.hop().provider() + " is rated likelihood " + hop.rating(),
                        "services/" + hop.hop().provider(),
                        hop.ratingOdds(),
                        share * hop.ratingOdds()));
            }
        }

        /** What is left of the odds because a fault of a hop does not hit every path, a failure of its own test aside. */
        private double ofReach() {
            var every =
                    facts.beliefs().stream().mapToDouble(hop -> part(hop, 1)).sum();
            return Odds.logit(1 - Math.exp(-alone)) - Odds.logit(1 - Math.exp(-every));
        }

        private boolean hasOwnResults() {
            return facts.beliefs().stream().anyMatch(hop -> Math.abs(hop.reach() - facts.usualReach()) > .01);
        }

        private String reachWords() {
            var worst = worstFirst().getFirst();
            return hasOwnResults()
                    ? "by the tests of this very path, a fault of " + worst.hop() + " would hit it in "
                            + RiskWords.percent(worst.reach()) + " of cases"
                    : "a broken hop hits " + RiskWords.percent(facts.usualReach()) + " of the paths over it";
        }

        private double ofHops() {
            return Odds.logit(1 - Math.exp(-whole));
        }

        private double ofRating() {
            var rating = facts.rating();
            var worked = facts.beliefs().stream().allMatch(hop -> hop.belief().worked());
            var runs = facts.beliefs().stream()
                    .mapToDouble(hop -> hop.belief().evidence())
                    .min()
                    .orElse(0);
            return rating == null || worked ? 0 : Odds.ofRating(rating, runs);
        }

        private static double part(RatedHop hop) {
            return part(hop, hop.reach());
        }

        private static double part(RatedHop hop, double reach) {
            return -Math.log1p(-reach * Odds.probability(hop.logOdds()));
        }
    }
}
