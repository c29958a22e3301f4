package dev.interlock.catalog.graph;

import dev.interlock.catalog.ObservedPath;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.PathProposal;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Keys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Ways traces showed, as paths to take over: one for each sequence of services, the most travelled first. */
final class ObservedProposals {
    private final Set<ServiceKey> registered;
    private final Set<String> keys;

    ObservedProposals(Set<ServiceKey> registered, Set<String> taken) {
        this.registered = registered;
        this.keys = new HashSet<>(taken);
    }

    List<PathProposal> of(List<ObservedPath> observed) {
        var proposals = new ArrayList<PathProposal>();
        var met = new HashSet<List<String>>();
        for (var path : observed) {
            var edges = path.hops().stream().map(hop -> hop.edge()).toList();
            if (path.path() == null && allRegistered(path) && met.add(edges)) {
                proposals.add(proposal(path));
            }
        }
        return proposals;
    }

    private boolean allRegistered(ObservedPath path) {
        return path.hops().stream()
                .allMatch(hop -> registered.contains(hop.consumer()) && registered.contains(hop.provider()));
    }

    private PathProposal proposal(ObservedPath path) {
        var first = path.hops().getFirst().consumer();
        var base = Keys.propose(path.entry().isEmpty() ? first.value() : first + "-" + path.entry());
        var name = PathShape.chain(path.hops());
        var draft = new PathDraft(
                PathKey.of(free(base)), name, List.of(), path.hops(), null, null, List.of(), "", Origin.OBSERVED);
        return new PathProposal(draft, why(path), path.sharePercent());
    }

    private static String why(ObservedPath path) {
        return String.format(
                Locale.ROOT,
                "Observed in traces: %.1f %% of those over more than one service, %d of them; it begins with %s",
                path.sharePercent(),
                path.traces(),
                path.entry().isEmpty() ? path.hops().getFirst().consumer() : path.entry());
    }

    private String free(String base) {
        var key = base;
        for (var number = 2; !keys.add(key); number++) {
            key = base.substring(0, Math.min(base.length(), 56)) + "-" + number;
        }
        return key;
    }
}
