package dev.interlock.risk;

import dev.interlock.catalog.PathKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the score of a path is worked out from.
 *
 * @param beliefs what is believed of each of its hops, one for each integration it travels
 * @param usualReach share 0..1 of the paths over a broken hop that are usually hit
 * @param failure what a failing test of the path says, null when none fails
 * @param rating a person's likelihood rating 1..5 of the path, null without
 * @param impact 1..5
 * @param impactReason where the impact comes from
 */
public record PathFacts(
        PathKey path,
        List<RatedHop> beliefs,
        double usualReach,
        @Nullable OwnFailure failure,
        @Nullable Integer rating,
        int impact,
        String impactReason) {

    /**
     * A hop and the likelihood rating 1..5 of its provider.
     *
     * @param reach probability 0..1 that a fault of the hop hits the path
     * @param rating null when nobody rated it
     */
    public record RatedHop(
            HopId hop,
            HopBelief belief,
            double reach,
            @Nullable Integer rating) {

        /** Log-odds with the rating taken into account. */
        public double logOdds() {
            return belief.logOdds() + ratingOdds();
        }

        double ratingOdds() {
            return rating == null || belief.worked() ? 0 : Odds.ofRating(rating, belief.evidence());
        }
    }
}
