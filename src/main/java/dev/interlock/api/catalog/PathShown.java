package dev.interlock.api.catalog;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.risk.Band;
import dev.interlock.risk.PathRisk;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A path as JSON.
 *
 * @param likelihood 0..1, null before it was scored
 * @param score 0..100, null before it was scored
 */
record PathShown(
        PathKey key,
        String name,
        List<ServiceKey> services,
        List<Hop> hops,
        PathWritten.Rating rating,
        List<String> requirements,
        String team,
        Origin origin,
        @Nullable Double likelihood,
        @Nullable Integer impact,
        @Nullable Double score,
        @Nullable Band band,
        @Nullable Long version) {
    static PathShown of(IntegrationPath path, @Nullable PathRisk risk) {
        return new PathShown(
                path.key(),
                path.name(),
                path.services(),
                path.hops(),
                new PathWritten.Rating(path.likelihoodRating(), path.impactRating()),
                path.requirements(),
                path.team(),
                path.origin(),
                risk == null ? null : risk.likelihood(),
                risk == null ? null : risk.impact(),
                risk == null ? null : risk.score(),
                risk == null ? null : risk.band(),
                path.version());
    }

    /** A proposal: nothing is scored or stored yet. */
    static PathShown of(PathDraft draft) {
        var services = Stream.concat(
                        Stream.of(draft.effectiveHops().getFirst().consumer()),
                        draft.effectiveHops().stream().map(Hop::provider))
                .distinct()
                .toList();
        return new PathShown(
                draft.key(),
                draft.name(),
                services,
                draft.effectiveHops(),
                new PathWritten.Rating(draft.likelihoodRating(), draft.impactRating()),
                draft.requirements(),
                draft.team(),
                draft.origin(),
                null,
                null,
                null,
                null,
                null);
    }
}
