package dev.interlock.risk.store;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.PathKey;
import dev.interlock.history.Blame;
import dev.interlock.history.Failure;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.PathShare;
import dev.interlock.history.RunRef;
import dev.interlock.risk.HopFilter;
import dev.interlock.risk.HopId;
import dev.interlock.risk.Showing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the items of a run showed over the hops of paths. */
record Showings(HopFilter filter, RunRef run, Map<PathKey, IntegrationPath> paths) {

    /**
     * A pass speaks for each path it travelled; a failure is one failure, whatever it travelled. The hop it is blamed on was
     * travelled too, even when none of the paths covered has it, such as the payment of an order that is made to be read. A
     * failure outside the landscape shows nothing of the hops in it.
     */
    List<Showing> of(ItemOutcome item) {
        return !isFailure(item) ? passes(item) : isOutside(item) ? List.of() : failure(item);
    }

    /** True when what the failure is blamed on with certainty is neither a hop nor an end of the paths covered. */
    boolean isOutside(ItemOutcome item) {
        var failure = item.failure();
        var blame = failure == null ? null : failure.blame();
        return blame != null
                && blame.isCertain()
                && blamed(blame, filter).isEmpty()
                && item.paths().stream()
                        .flatMap(share -> hops(share).stream())
                        .noneMatch(hop -> hop.touches(blame.provider().value()));
    }

    /** The hop that is blamed, when it is one that paths travel. */
    static Optional<HopId> blamed(@Nullable Blame blame, HopFilter filter) {
        if (blame == null || blame.consumer() == null || !blame.isOneHop()) {
            return Optional.empty();
        }
        var hop = new HopId(blame.consumer().value(), blame.provider().value());
        return filter.find(hop).map(_ -> hop);
    }

    /** The failure in words. */
    static String failed(RunRef run, ItemOutcome item) {
        return item.name() + " failed in RUN-" + run.number() + sentence(item.failure());
    }

    private List<Showing> passes(ItemOutcome item) {
        var known = new LinkedHashSet<HopId>();
        var showings = new ArrayList<Showing>();
        for (var share : item.paths()) {
            var hops = hops(share).stream().filter(known::add).toList();
            if (!hops.isEmpty()) {
                showings.add(showing(item, share.path(), hops, null, item.name() + " passed in RUN-" + run.number()));
            }
        }
        return showings;
    }

    /** It goes to the path that has the blamed hop. */
    private List<Showing> failure(ItemOutcome item) {
        var blamed = Optional.ofNullable(item.failure()).flatMap(failure -> blamed(failure.blame(), filter));
        var over = item.paths().stream().filter(share -> !hops(share).isEmpty()).toList();
        if (over.isEmpty()) {
            return List.of();
        }
        var hops = new LinkedHashSet<HopId>();
        over.forEach(share -> hops.addAll(hops(share)));
        blamed.ifPresent(hops::add);
        var path = over.stream()
                .filter(share -> blamed.filter(hops(share)::contains).isPresent())
                .findFirst()
                .orElse(over.getFirst())
                .path();
        return List.of(showing(item, path, List.copyOf(hops), blamed.orElse(null), failed(run, item)));
    }

    private Showing showing(ItemOutcome item, PathKey path, List<HopId> hops, @Nullable HopId blamed, String words) {
        return new Showing(
                item.testKey(),
                path.value(),
                hops,
                isFailure(item),
                item.flakyInRun(),
                blamed,
                words,
                "runs/RUN-" + run.number(),
                item.finishedAt());
    }

    private static boolean isFailure(ItemOutcome item) {
        return item.outcome() != Outcome.PASSED && !item.flakyInRun();
    }

    private Set<HopId> hops(PathShare share) {
        var hops = new LinkedHashSet<HopId>();
        var path = paths.get(share.path());
        if (path != null) {
            for (var number = 0; number < path.hops().size(); number++) {
                if (share.hops().contains(number)) {
                    hops.add(Landscape.View.id(path.hops().get(number)));
                }
            }
        }
        return hops;
    }

    private static String sentence(@Nullable Failure failure) {
        return failure == null ? "" : ": " + failure.sentence();
    }
}
