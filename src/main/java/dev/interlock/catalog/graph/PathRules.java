package dev.interlock.catalog.graph;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Hop;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.store.Faults;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a path draft has to keep to. */
final class PathRules {
    private static final int MOST_HOPS = 60;

    private PathRules() {}

    /** The normalised hops of a draft that keeps to the rules; otherwise refused with every fault. */
    static List<Hop> check(PathDraft draft, Collection<ServiceKey> known) {
        var hops = draft.effectiveHops();
        var faults = new Faults()
                .require(!hops.isEmpty(), "services", "hold no integration", "Name at least two services in order.")
                .atMost("hops", hops, MOST_HOPS)
                .text("name", draft.name(), 200)
                .team("team", draft.team())
                .atMost("requirements", draft.requirements(), 50);
        rating(faults, "rating/likelihood", draft.likelihoodRating());
        rating(faults, "rating/impact", draft.impactRating());
        draft.requirements().forEach(reference -> faults.text("requirements", reference, 120));
        hops.forEach(hop -> faults.text("hops/operation", hop.operation() == null ? "" : hop.operation(), 500));
        faults.known(
                draft.hops().isEmpty() ? "services" : "hops",
                "services",
                PathShape.services(hops),
                known,
                "Register them first, or correct the keys.");
        var normalised = hops.size() > MOST_HOPS ? hops : PathShape.normalised(hops, faults);
        faults.refuse(CatalogProblem.PATH_IS_INVALID, "path " + draft.key());
        return normalised;
    }

    private static void rating(Faults faults, String where, @Nullable Integer rating) {
        faults.require(
                rating == null || (rating >= 1 && rating <= 5), where, "is " + rating, "Use 1 to 5, or leave it out.");
    }
}
