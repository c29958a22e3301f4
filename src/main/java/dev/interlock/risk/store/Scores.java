package dev.interlock.risk.store;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.HopFilter;
import dev.interlock.risk.OwnFailure;
import dev.interlock.risk.PathFacts;
import dev.interlock.risk.PathFacts.RatedHop;
import dev.interlock.risk.PathRisk;
import dev.interlock.risk.PathScorer;
import dev.interlock.risk.RiskOverride;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out the scores of a project as they are now; every number of risk comes through here. */
@Component
class Scores {
    private final Landscape landscape;
    private final Beliefs beliefs;
    private final Overrides overrides;
    private final OwnFailures failures;
    private final InstantSource clock;

    Scores(Landscape landscape, Beliefs beliefs, Overrides overrides, OwnFailures failures, InstantSource clock) {
        this.landscape = landscape;
        this.beliefs = beliefs;
        this.overrides = overrides;
        this.failures = failures;
        this.clock = clock;
    }

    /** What there is to score, without the reasons for what was seen working. */
    Table of(ProjectId project) {
        var view = landscape.of(project);
        return with(project, view, beliefs.numbers(project, view, clock.instant()));
    }

    /** What there is to score, with all reasons. */
    Table explained(ProjectId project) {
        var view = landscape.of(project);
        return with(project, view, beliefs.filter(project, view, clock.instant()));
    }

    /** What there is to score by these beliefs. */
    Table with(ProjectId project, Landscape.View view, HopFilter filter) {
        return new Table(view, filter, overrides.of(project), failures.of(project), clock.instant());
    }

    /** The landscape with what is believed of it at one moment. */
    record Table(
            Landscape.View view,
            HopFilter filter,
            Map<String, RiskOverride> overrides,
            Map<String, OwnFailure> failures,
            Instant now) {

        /** All paths, highest score first. */
        List<PathRisk> all() {
            return view.paths().stream()
                    .map(path -> score(path, false))
                    .sorted(Comparator.comparingDouble(PathRisk::score)
                            .reversed()
                            .thenComparing(PathRisk::path))
                    .toList();
        }

        PathRisk score(IntegrationPath path, boolean explained) {
            return new PathScorer(now)
                    .score(facts(path), overrides.get(path.key().value()), explained);
        }

        private PathFacts facts(IntegrationPath path) {
            var hops = Landscape.View.hops(path).stream()
                    .map(hop -> new RatedHop(
                            hop,
                            filter.find(hop).orElseThrow(),
                            filter.reach(hop, path.key().value()),
                            rating(hop.provider())))
                    .toList();
            var impact = Impact.of(path, view);
            return new PathFacts(
                    path.key(),
                    hops,
                    filter.usualReach(),
                    failures.get(path.key().value()),
                    path.likelihoodRating(),
                    impact.value(),
                    impact.reason());
        }

        private @Nullable Integer rating(String service) {
            var note = view.notes().get(service);
            return note == null ? null : note.rating();
        }
    }
}
